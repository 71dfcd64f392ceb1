//! How do 3.11's handlers change the stack?

use crate::frame::Frame;
use crate::kind::Kind;
use crate::rejection::Reason;
use crate::rule::HandlerRule;

/// The rules of 3.11's handlers.
pub(crate) fn apply(rule: HandlerRule, argument: u32, frame: &mut Frame) -> Result<(), Reason> {
    match rule {
        HandlerRule::PushException => {
            frame.expect(1, Kind::Exception)?;
            frame.replace(1, Kind::ExceptionOrNone)?;
            frame.push(Kind::Exception)
        }
        HandlerRule::PopException => {
            frame.expect(1, Kind::ExceptionOrNone)?;
            frame.remove(1)
        }
        HandlerRule::CheckMatch => {
            frame.pop_objects(1)?;
            frame.expect(1, Kind::Exception)?;
            frame.push(Kind::Object)
        }
        HandlerRule::CheckGroup => {
            frame.pop_objects(1)?;
            frame.expect(1, Kind::ExceptionOrNone)?;
            frame.replace(1, Kind::ExceptionOrNone)?;
            frame.push(Kind::ExceptionOrNone)
        }
        HandlerRule::PrepareReraise => {
            frame.pop(Kind::List)?;
            frame.pop(Kind::ExceptionOrNone)?;
            frame.push(Kind::ExceptionOrNone)
        }
        HandlerRule::Reraise => {
            if argument != 0 {
                frame.expect(argument as usize + 1, Kind::Lasti)?;
            }
            frame.pop(Kind::ExceptionOrNone).map(|_| ())
        }
        HandlerRule::EndLoop => {
            frame.pop(Kind::Exception)?;
            frame.expect_objects(1)?;
            frame.remove(1)
        }
        HandlerRule::Exit => {
            frame.expect(1, Kind::Exception)?;
            frame.expect(4, Kind::Object)?;
            frame.push(Kind::Object)
        }
    }
}
