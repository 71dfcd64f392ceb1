//! Where frames lie: `cargo run -p frames --example places`.

mod machine;

use frames::{Executable, pop_frame, push_frame};
use types::PyResult;

const PROGRAM: &[u8] = include_bytes!("../../../programs/310/hello_and_add.pyc");

fn main() -> PyResult<()> {
    machine::with_machine(|t| {
        let code = machine::function_code(t, PROGRAM, &["add"])?;
        let executable = Executable::of(t, &code)?;
        println!("the header        {:>5} bytes", size_of::<frames::Frame>());
        println!(
            "a frame of add()  {:>5} bytes",
            executable.frame_words as usize * 8
        );

        let mut frames = Vec::new();
        for number in 0..3000 {
            let chunks = t.frames.chunks.borrow().len();
            // SAFETY: no function is given (zero), and the frames never run: their code
            // lives in `code`, and they hold nothing.
            let frame =
                unsafe { push_frame(t, executable, 0, std::ptr::null(), std::ptr::null())? };
            if t.frames.chunks.borrow().len() > chunks {
                println!("frame {number:>4} starts chunk {}", chunks + 1);
            }
            frames.push(frame);
        }
        for pair in frames.windows(2).take(3) {
            println!(
                "the next frame begins {} bytes on",
                pair[1].addr() - pair[0].addr()
            );
        }
        for frame in frames.into_iter().rev() {
            // SAFETY: each is the topmost in its turn, and holds nothing.
            unsafe { pop_frame(t, frame) };
        }
        println!("{} chunks are left", t.frames.chunks.borrow().len());
        Ok(())
    })
}
