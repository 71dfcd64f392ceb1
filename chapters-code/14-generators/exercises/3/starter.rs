//! Begin here: each task is run to its end before the next one begins.

/// What a task asks of the loop.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Request {
    /// To be called again so much later.
    Sleep(u64),
    /// Not to be called again.
    Done,
}

/// A task: called with the time, it does a step.
pub type Task = Box<dyn FnMut(u64) -> Request>;

/// Runs tasks to their ends; tells which one did a step at what time.
pub fn run(tasks: Vec<(&'static str, Task)>) -> Vec<(u64, &'static str)> {
    let mut log = Vec::new();
    for (name, mut task) in tasks {
        let mut now = 0;
        loop {
            log.push((now, name));
            match task(now) {
                Request::Sleep(time) => now += time,
                Request::Done => break,
            }
        }
    }
    log
}
