//! Time is what the next sleeper says it is.

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
    let mut waiting: Vec<_> = tasks
        .into_iter()
        .map(|(name, task)| (0, name, task))
        .collect();
    while !waiting.is_empty() {
        // The sort is stable: of two that wake at the same time, who asked first is first.
        waiting.sort_by_key(|&(time, ..)| time);
        let (now, name, mut task) = waiting.remove(0);
        log.push((now, name));
        if let Request::Sleep(time) = task(now) {
            waiting.push((now + time, name, task));
        }
    }
    log
}
