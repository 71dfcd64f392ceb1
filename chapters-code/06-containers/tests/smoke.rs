//! A list sorts and shows itself.
use containers::*;

use std::rc::Rc;
use types::*;
#[test]
fn smoke() {
    let host = Box::new(MemoryHost::default());
    let i = Interpreter::new(Version::V310, host, HashSeed::Fixed).unwrap();
    let t = Thread::new(Rc::new(i));
    types::install(&t).unwrap();
    strings::install(&t).unwrap();
    containers::install(&t).unwrap();
    let l = list(&t, vec![t.str("b").unwrap(), t.str("a").unwrap()]).unwrap();
    t.call_method(&l, &t.intern("sort").unwrap(), &[]).unwrap();
    assert_eq!(t.repr(&l).unwrap().to_text(), "['a', 'b']");
}
