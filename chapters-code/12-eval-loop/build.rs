//! Which driver runs the code? Calls that the compiler turns into jumps are sure only where
//! it optimizes, and where all that a handler is passed travels in registers.

use std::env::var;

fn main() {
    println!("cargo::rerun-if-changed=build.rs");
    println!("cargo::rustc-check-cfg=cfg(tail_driver)");
    let is = |name: &str, values: &[&str]| var(name).is_ok_and(|own| values.contains(&&*own));
    let optimized = is("OPT_LEVEL", &["2", "3"]);
    let native = is("CARGO_CFG_TARGET_ARCH", &["x86_64", "aarch64"])
        && !is("CARGO_CFG_TARGET_OS", &["windows"]);
    let unwanted = var("CARGO_FEATURE_LOOP_DRIVER").is_ok();
    if optimized && native && !unwanted {
        println!("cargo::rustc-cfg=tail_driver");
    }
}
