//! What runs code of 3.11 that learns? The loop made from the table of 3.11 with the
//! specialized instructions in front.

use crate::table_adaptive;

table_adaptive! {
    eval_loop::driver { handle: modern_bytecode::unwind::handle, extended: [144, 34] }
}
