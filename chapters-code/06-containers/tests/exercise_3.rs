//! Exercise 3: a cache that forgets what was not used for longest.
#![cfg(feature = "exercise-3")]

#[cfg_attr(not(feature = "solution"), path = "../exercises/3/starter.rs")]
#[cfg_attr(feature = "solution", path = "../exercises/3/solution.rs")]
mod exercise;
mod machine;

use exercise::Cache;
use machine::thread;
use objects::Object;
use types::{PyResult, Thread, Version};

fn value(t: &Thread, cache: &Cache, key: i32) -> PyResult<Option<i64>> {
    let value = cache.get(t, &Object::int32(key))?;
    Ok(value.and_then(|value| value.as_small_int()))
}

fn put(t: &Thread, cache: &Cache, key: i32) -> PyResult<()> {
    cache.put(t, &Object::int32(key), Object::int32(key * 10))
}

#[test]
fn a_full_cache_forgets_the_key_not_used_for_longest() -> PyResult<()> {
    let t = thread(Version::V310);
    let cache = Cache::new(&t, 3)?;
    for key in [1, 2, 3] {
        put(&t, &cache, key)?;
    }
    assert_eq!(value(&t, &cache, 1)?, Some(10));
    put(&t, &cache, 4)?;
    assert_eq!(value(&t, &cache, 2)?, None);
    assert_eq!(value(&t, &cache, 1)?, Some(10));
    assert_eq!(value(&t, &cache, 3)?, Some(30));
    Ok(())
}

#[test]
fn putting_a_key_again_is_using_it() -> PyResult<()> {
    let t = thread(Version::V310);
    let cache = Cache::new(&t, 2)?;
    for key in [1, 2, 1, 3] {
        put(&t, &cache, key)?;
    }
    assert_eq!(value(&t, &cache, 2)?, None);
    assert_eq!(value(&t, &cache, 1)?, Some(10));
    Ok(())
}
