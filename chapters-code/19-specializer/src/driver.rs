//! What runs code of 3.11 that learns? The loop made from the table of 3.11 with the
//! specialized instructions in front.

use crate::table_adaptive;

table_adaptive! {
    eval_loop::driver {
        handle: modern_bytecode::unwind::handle, extended: [144, 34],
        private: [
            46 LOAD_FAST__LOAD_FAST crate::handlers::fused::load_fast_load_fast
                else eval_loop::handlers::variables::load_fast,
            66 PRECALL_BUILTIN_CLASS crate::handlers::natives::range_to_iterate
                else crate::handlers::natives::enumerate_row
                else crate::handlers::natives::builtin_class_apart,
            93 FOR_ITER crate::handlers::fused::for_iter
                else crate::handlers::fused::for_each_apart
                else eval_loop::handlers::fast::iteration::for_each_other
                else eval_loop::handlers::iteration::for_iter,
            124 LOAD_FAST crate::handlers::fused::load_fast
                else eval_loop::handlers::variables::load_fast,
            133 BUILD_SLICE crate::handlers::slices::slice_of_tuple
                else crate::handlers::slices::build_slice,
            143 PRECALL_PYFUNC crate::handlers::fused::pyfunc
                else crate::handlers::calls::precall_missed,
            161 STORE_FAST__LOAD_FAST crate::handlers::fused::store_fast_load_fast
                else eval_loop::handlers::variables::store_fast,
        ]
    }
}

/// Runs a frame as [`run`] does, counting into the interpreter's
/// [`Statistics`](crate::Statistics).
///
/// # Safety
/// As for [`frames::RunFn`].
pub unsafe fn run_counting(
    t: &types::Thread,
    frame: *mut frames::Frame,
    raised: Option<types::Raised>,
) -> types::PyResult {
    let mut observer = crate::statistics::Counting(t.extension());
    // SAFETY: as for `run`.
    unsafe { drive(t, frame, raised, &mut observer) }
}

/// Runs a frame as [`run`] does, comparing every cache with the world before it is used.
///
/// # Safety
/// As for [`frames::RunFn`].
pub unsafe fn run_verifying(
    t: &types::Thread,
    frame: *mut frames::Frame,
    raised: Option<types::Raised>,
) -> types::PyResult {
    // SAFETY: as for `run`.
    unsafe { drive(t, frame, raised, &mut crate::verify_caches::Verifying) }
}
