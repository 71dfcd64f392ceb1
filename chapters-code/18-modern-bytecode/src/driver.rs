//! What runs code of 3.11 as it was compiled? The loop made from its table.
#![forbid(unsafe_code)]

use crate::table_311;

table_311! {
    eval_loop::driver { handle: crate::unwind::handle, extended: [144] }
}
