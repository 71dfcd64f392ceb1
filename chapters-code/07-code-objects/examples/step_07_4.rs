//! A reader that knows of flags and references: it tells every object of a file.

/// In the type byte: the object has a number.
const FLAG_REF: u8 = 0x80;

struct Reader<'a> {
    bytes: &'a [u8],
    at: usize,
    /// How many objects have a number.
    numbered: usize,
}

impl Reader<'_> {
    fn take<const N: usize>(&mut self) -> [u8; N] {
        let taken = self.bytes[self.at..self.at + N]
            .try_into()
            .expect("N bytes");
        self.at += N;
        taken
    }

    fn long(&mut self) -> i32 {
        i32::from_le_bytes(self.take())
    }

    fn text(&mut self, length: usize) -> String {
        self.at += length;
        String::from_utf8_lossy(&self.bytes[self.at - length..self.at]).into_owned()
    }

    fn object(&mut self, depth: usize) {
        let start = self.at;
        let [byte] = self.take();
        let kind = byte & !FLAG_REF;
        let number = if byte & FLAG_REF != 0 {
            self.numbered += 1;
            format!("#{}", self.numbered - 1)
        } else {
            String::new()
        };
        print!(
            "{start:3} {} {number:3} {:width$}",
            char::from(kind),
            "",
            width = 2 * depth
        );
        match kind {
            b'N' => println!("None"),
            b'i' => println!("{}", self.long()),
            b'r' => println!("the same as #{}", self.long()),
            b's' => {
                let length = self.long() as usize;
                self.at += length;
                println!("{length} bytes");
            }
            b'z' | b'Z' => {
                let [length] = self.take();
                println!("{:?}", self.text(length.into()));
            }
            b')' => {
                let [length] = self.take();
                println!("a tuple of {length}");
                (0..length).for_each(|_| self.object(depth + 1));
            }
            b'c' => {
                let numbers: [i32; 6] = std::array::from_fn(|_| self.long());
                println!("a code object: {numbers:?}");
                (0..8).for_each(|_| self.object(depth + 1));
                let (at, line) = (self.at, self.long());
                println!("{at:3}        {:width$}line {line}", "", width = 2 * depth);
                self.object(depth + 1);
            }
            _ => panic!("at {start}: no type has the letter {kind:#x}"),
        }
    }
}

fn main() {
    let bytes = include_bytes!("../../../programs/310/hello.pyc");
    let mut reader = Reader {
        bytes,
        at: 16,
        numbered: 0,
    };
    reader.object(0);
    println!("{} of {} bytes read", reader.at, bytes.len());
}
