//! Does accepted code keep what the proof promises? A machine that computes nothing: it
//! knows of each value only its kind, takes branches and raises exceptions at random, and
//! panics at the first thing that a real machine must not meet.

use instructions::{
    ExceptionEntry, Flow, Instruction, Version, exception_table, find_handler, instructions,
};
use verifier::Kind;

use crate::assembler::Code;

/// Numbers that are the same every time.
pub struct Random(pub u64);

impl Random {
    pub fn below(&mut self, limit: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 % limit as u64) as usize
    }

    fn one_in(&mut self, limit: usize) -> bool {
        self.below(limit) == 0
    }
}

#[derive(Clone)]
enum Block {
    Try(usize, usize),
    Handler(usize),
}

/// A frame of accepted code.
pub struct Machine<'a> {
    code: &'a Code,
    instructions: Vec<Instruction>,
    table: Vec<ExceptionEntry>,
    stack: Vec<Kind>,
    blocks: Vec<Block>,
    at: usize,
    limit: usize,
    /// How many values the instruction has left alone so far.
    low: usize,
}

const SAVED: [Kind; 3] = [Kind::SavedTraceback, Kind::SavedValue, Kind::SavedType];
const RAISED: [Kind; 3] = [Kind::Traceback, Kind::Exception, Kind::ExceptionType];

impl<'a> Machine<'a> {
    /// A new frame; the proof says that its stack grows to `limit` at most.
    pub fn new(code: &'a Code, limit: usize) -> Machine<'a> {
        let generator = code.flags & 0x2A0 != 0 && code.version == Version::V310;
        Machine {
            code,
            instructions: instructions(code.version, &code.bytes)
                .map(Result::unwrap)
                .collect(),
            table: exception_table(&code.table).map(Result::unwrap).collect(),
            stack: if generator {
                vec![Kind::Object]
            } else {
                Vec::new()
            },
            blocks: Vec::new(),
            at: 0,
            limit,
            low: 0,
        }
    }

    /// Runs one instruction. Returns whether the frame goes on.
    pub fn step(&mut self, random: &mut Random) -> bool {
        let instruction = *self.instructions.get(self.at).expect("the end of the code");
        let name = instruction.definition.name;
        let may_raise = !(name == "POP_EXCEPT" && self.code.version == Version::V310);
        if may_raise && random.one_in(6) {
            return self.raise();
        }
        let flow = instruction.definition.flow;
        let jumps = flow == Flow::Jump || (flow == Flow::Branch && random.one_in(2));
        let (stack, blocks) = (self.stack.clone(), self.blocks.clone());
        self.low = stack.len();
        self.execute(&instruction, jumps, random);
        assert!(
            self.stack.len() <= self.limit,
            "{name}: the stack is over its limit"
        );
        if name == "RETURN_VALUE" {
            assert!(
                self.stack.is_empty() && self.blocks.is_empty(),
                "something is left"
            );
            return false;
        }
        if flow == Flow::Stop || (may_raise && random.one_in(6)) {
            // It has taken what it takes, and not yet left anything.
            self.stack = stack[..self.low].to_vec();
            self.blocks = blocks;
            return self.raise();
        }
        self.at = if jumps {
            self.target(&instruction)
        } else {
            self.at + 1
        };
        true
    }

    fn target(&self, instruction: &Instruction) -> usize {
        self.starting_at(instruction.jump_target().unwrap() as usize)
    }

    fn starting_at(&self, offset: usize) -> usize {
        self.instructions
            .iter()
            .position(|it| it.start == offset)
            .expect("an instruction")
    }

    /// Leaves for a handler, or leaves the frame.
    fn raise(&mut self) -> bool {
        if self.code.version == Version::V311 {
            let offset = self.instructions[self.at].offset;
            let Some(entry) = find_handler(&self.table, offset) else {
                return false;
            };
            assert!(
                self.stack.len() >= entry.depth as usize,
                "below the handler"
            );
            self.stack.truncate(entry.depth as usize);
            self.stack.extend(entry.lasti.then_some(Kind::Lasti));
            self.stack.push(Kind::Exception);
            self.at = self.starting_at(entry.target);
            assert!(self.stack.len() <= self.limit, "no room for the exception");
            return true;
        }
        while let Some(block) = self.blocks.pop() {
            match block {
                Block::Handler(level) => {
                    assert_eq!(
                        self.stack[level..level + 3],
                        SAVED,
                        "what the handler saved"
                    );
                    self.stack.truncate(level);
                }
                Block::Try(target, level) => {
                    assert!(self.stack.len() >= level, "below the block");
                    self.stack.truncate(level);
                    self.stack.extend(SAVED.iter().chain(&RAISED));
                    self.blocks.push(Block::Handler(level));
                    self.at = target;
                    assert!(self.stack.len() <= self.limit, "no room for the exception");
                    return true;
                }
            }
        }
        false
    }

    fn take(&mut self, wanted: Kind) -> Kind {
        let found = self.stack.pop().expect("something on the stack");
        assert!(found.is(wanted), "{found} is not {wanted}");
        self.low = self.low.min(self.stack.len());
        found
    }

    /// Takes a value in a way that raises nothing.
    fn remove(&mut self, wanted: Kind) {
        let low = self.low;
        self.take(wanted);
        self.low = low;
    }

    fn take_objects(&mut self, count: usize) -> Vec<Kind> {
        (0..count).map(|_| self.take(Kind::Object)).collect()
    }

    fn top(&self, place: usize) -> Kind {
        self.stack[self.stack.len() - place]
    }

    fn expect(&self, place: usize, wanted: Kind) {
        let found = self.top(place);
        assert!(found.is(wanted), "{found} is not {wanted}");
    }

    /// What an instruction does, but for where it goes.
    fn execute(&mut self, instruction: &Instruction, jumps: bool, random: &mut Random) {
        let n = instruction.oparg as usize;
        let effect = instruction
            .definition
            .stack_effect(instruction.oparg, jumps);
        let (pops, pushes) = (effect.pops as usize, effect.pushes as usize);
        assert!(self.stack.len() >= pops, "too few values");
        let old = self.code.version == Version::V310;
        let before = self.stack.len();
        match instruction.definition.name {
            "PUSH_NULL" => self.stack.push(Kind::Null),
            "LOAD_GLOBAL" if pushes == 2 => self.stack.extend([Kind::Null, Kind::Object]),
            "LOAD_METHOD" => {
                self.take(Kind::Object);
                let method = if random.one_in(2) {
                    Kind::Null
                } else {
                    Kind::Object
                };
                self.stack.extend([method, Kind::Object]);
            }
            "PRECALL" => {
                (1..=n + 1).for_each(|place| self.expect(place, Kind::Object));
                if self.top(n + 2) == Kind::Null && random.one_in(2) {
                    let index = before - n - 2;
                    self.stack[index] = Kind::Object;
                }
            }
            "CALL" | "CALL_METHOD" => {
                self.take_objects(n + 1);
                self.take(Kind::Nullable);
                self.stack.push(Kind::Object);
            }
            "CALL_FUNCTION_EX" => {
                let below = usize::from(!old);
                self.take_objects(pops - below);
                for _ in 0..below {
                    self.take(Kind::Null);
                }
                self.stack.push(Kind::Object);
            }
            "CALL_FUNCTION_KW" => {
                let Kind::Names(names) = self.take(Kind::Tuple) else {
                    panic!("no names")
                };
                assert!(names as usize <= n);
                self.take_objects(n + 1);
                self.stack.push(Kind::Object);
            }
            "LOAD_CONST" => {
                use verifier::Constant::*;
                self.stack.push(match self.code.consts[n] {
                    Str => Kind::Str,
                    Names(names) => Kind::Names(names),
                    Tuple(items) => Kind::TupleOf(items),
                    Code(free) => Kind::Code(free),
                    Other => Kind::Object,
                });
            }
            "BUILD_LIST" => self.make(pops, Kind::List),
            "BUILD_SET" => self.make(pops, Kind::Set),
            "BUILD_MAP" | "BUILD_CONST_KEY_MAP" => self.make(pops, Kind::Dict),
            "BUILD_STRING" | "FORMAT_VALUE" => self.make(pops, Kind::Str),
            "LOAD_CLOSURE" => self.stack.push(Kind::Cell),
            "BUILD_TUPLE" => {
                let items = self.take_objects(n);
                let cells = n > 0 && items.iter().all(|&item| item == Kind::Cell);
                let length = n as u32;
                self.stack.push(if cells {
                    Kind::Cells(length)
                } else {
                    Kind::TupleOf(length)
                });
            }
            "LIST_TO_TUPLE" => {
                self.take(Kind::List);
                self.stack.push(Kind::Tuple);
            }
            "LIST_APPEND" | "LIST_EXTEND" => self.add(1, n, Kind::List),
            "SET_ADD" | "SET_UPDATE" => self.add(1, n, Kind::Set),
            "DICT_UPDATE" => self.add(1, n, Kind::Dict),
            "DICT_MERGE" => {
                self.expect(n + 3, Kind::Object);
                self.add(1, n, Kind::Dict);
            }
            "MAP_ADD" => self.add(2, n, Kind::Dict),
            "MAKE_FUNCTION" => {
                if old {
                    self.take(Kind::Str);
                }
                let Kind::Code(free) = self.take(Kind::Object) else {
                    panic!("no code")
                };
                match (n & 8, free) {
                    (0, free) => assert_eq!(free, 0),
                    (_, free) => assert_eq!(self.take(Kind::Tuple), Kind::Cells(free)),
                }
                for _ in 0..(n >> 2 & 1) {
                    self.take(Kind::Tuple);
                }
                for _ in 0..(n >> 1 & 1) {
                    self.take(Kind::Dict);
                }
                for _ in 0..(n & 1) {
                    self.take(Kind::Tuple);
                }
                self.stack.push(Kind::Object);
            }
            "DUP_TOP" | "DUP_TOP_TWO" => {
                (1..=pops).for_each(|place| self.expect(place, Kind::Object));
                self.stack.extend_from_within(before - pops..);
            }
            "COPY" => {
                self.expect(n, Kind::Object);
                self.stack.push(self.top(n));
            }
            "SWAP" => self.stack.swap(before - 1, before - n),
            "ROT_TWO" | "ROT_THREE" | "ROT_FOUR" | "ROT_N" => {
                self.stack[before - pops..].rotate_right(1)
            }
            "MATCH_KEYS" => {
                self.expect(1, Kind::Tuple);
                self.stack.extend(vec![Kind::Object; pushes - pops]);
            }
            "MATCH_CLASS" => {
                assert!(matches!(self.take(Kind::Tuple), Kind::Names(_)));
                self.make(2, Kind::Object);
                self.stack.extend(vec![Kind::Object; pushes - 1]);
            }
            "COPY_DICT_WITHOUT_KEYS" => {
                self.take(Kind::Tuple);
                self.stack.push(Kind::Dict);
            }
            "GET_LEN" | "MATCH_MAPPING" | "MATCH_SEQUENCE" | "GET_ANEXT" | "IMPORT_FROM" => {
                self.expect(1, Kind::Object);
                self.stack.push(Kind::Object);
            }
            "FOR_ITER" if !jumps => {
                self.expect(1, Kind::Object);
                self.stack.push(Kind::Object);
            }
            "SETUP_FINALLY" | "SETUP_WITH" | "SETUP_ASYNC_WITH" => {
                let with = self.take_objects(usize::from(pops == 1)).len();
                self.stack.extend(vec![Kind::Object; pushes - with]);
                self.blocks
                    .push(Block::Try(self.target(instruction), self.stack.len()));
                self.stack.extend(vec![Kind::Object; with]);
                assert!(self.blocks.len() <= verifier::MAX_BLOCKS);
            }
            "POP_BLOCK" => assert!(matches!(self.blocks.pop(), Some(Block::Try(..)))),
            "POP_EXCEPT" if old => {
                assert!(matches!(self.blocks.pop(), Some(Block::Handler(_))));
                assert_eq!(self.stack.split_off(before - 3), SAVED);
            }
            "POP_EXCEPT" => self.remove(Kind::ExceptionOrNone),
            "RERAISE" if old => {
                assert!(n == 0 || matches!(self.blocks.last(), Some(Block::Handler(_))));
                assert_eq!(self.stack.split_off(before - 3), RAISED);
                self.low = before - 3;
            }
            "RERAISE" => {
                assert!(n == 0 || self.top(n + 1) == Kind::Lasti);
                self.take(Kind::ExceptionOrNone);
            }
            "END_ASYNC_FOR" if old => {
                assert_eq!(self.stack.split_off(before - 3), RAISED);
                self.low = before - 3;
                let Some(Block::Handler(level)) = self.blocks.pop() else {
                    panic!("no handler")
                };
                assert_eq!(self.stack.split_off(level), SAVED);
                self.remove(Kind::Object);
            }
            "END_ASYNC_FOR" => {
                self.take(Kind::Exception);
                self.remove(Kind::Object);
            }
            "WITH_EXCEPT_START" => {
                assert!(
                    self.top(1)
                        == if old {
                            Kind::ExceptionType
                        } else {
                            Kind::Exception
                        }
                );
                self.expect(if old { 7 } else { 4 }, Kind::Object);
                self.stack.push(Kind::Object);
            }
            "PUSH_EXC_INFO" => {
                self.remove(Kind::Exception);
                self.stack.extend([Kind::ExceptionOrNone, Kind::Exception]);
            }
            "CHECK_EXC_MATCH" => {
                self.take(Kind::Object);
                self.expect(1, Kind::Exception);
                self.stack.push(Kind::Object);
            }
            "CHECK_EG_MATCH" => {
                self.take(Kind::Object);
                self.take(Kind::ExceptionOrNone);
                self.stack.extend([Kind::ExceptionOrNone; 2]);
            }
            "PREP_RERAISE_STAR" => {
                self.take(Kind::List);
                self.take(Kind::ExceptionOrNone);
                self.stack.push(Kind::ExceptionOrNone);
            }
            _ => {
                self.take_objects(pops);
                self.stack.extend(vec![Kind::Object; pushes]);
            }
        }
        assert_eq!(
            self.stack.len(),
            before - pops + pushes,
            "the table says otherwise"
        );
    }

    fn make(&mut self, of: usize, kind: Kind) {
        self.take_objects(of);
        self.stack.push(kind);
    }

    fn add(&mut self, items: usize, place: usize, kind: Kind) {
        self.take_objects(items);
        self.expect(place, kind);
    }
}
