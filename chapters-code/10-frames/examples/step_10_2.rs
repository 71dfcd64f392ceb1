//! Second step: the compiler has numbered the variables, so a frame is one row of places.

/// What an instruction that needs a variable finds in its place.
pub type Place = Option<i64>;

/// One execution: the variables and the value stack in one `Vec`, the stack behind the
/// variables.
pub struct Frame {
    /// Variables, then operands.
    pub places: Vec<Place>,
    /// How many of them are variables.
    pub variables: usize,
}

impl Frame {
    /// A frame whose variables are not bound.
    pub fn new(variables: usize) -> Frame {
        Frame {
            places: vec![None; variables],
            variables,
        }
    }

    /// `LOAD_FAST`
    pub fn load_fast(&mut self, index: usize, name: &str) -> Result<(), String> {
        match self.places[index] {
            Some(value) => self.places.push(Some(value)),
            None => {
                return Err(format!(
                    "UnboundLocalError: local variable '{name}' referenced before assignment"
                ));
            }
        }
        Ok(())
    }

    /// `STORE_FAST`
    pub fn store_fast(&mut self, index: usize) {
        self.places[index] = self.places.pop().flatten();
    }

    /// What lies behind the variables.
    pub fn stack(&self) -> &[Place] {
        &self.places[self.variables..]
    }
}

fn main() {
    let mut frame = Frame::new(2);
    frame.places.push(Some(1)); // LOAD_CONST 1
    frame.store_fast(0);
    println!("a is bound:      {:?}", frame.places);
    println!("load a:          {:?}", frame.load_fast(0, "a"));
    println!("it is on top:    {:?}", frame.places);
    println!("load b:          {:?}", frame.load_fast(1, "b"));
}
