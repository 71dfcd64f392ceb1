//! What do all threads share? The [`Interpreter`]: types, names, builtins, modules, hooks.
#![forbid(unsafe_code)]

use crate::bytes::{ByteArray, Bytes};
use crate::dict::Dict;
use crate::host::Host;
use crate::kind::Type;
use crate::list::List;
use crate::name::{Name, Names};
use crate::raised::Raised;
use crate::raised::{ErrorKind, PyResult};
use crate::slice::Slice;
use crate::string::{Chars, Str};
use crate::table::Table;
use crate::thread::Thread;
use crate::tuple::Tuple;
use crate::version::Version;
use objects::{Object, OutOfMemory, Owned, Payload, Slot, Word};
use siphasher::sip::{SipHasher13, SipHasher24};
use std::any::{Any, TypeId};
use std::cell::{Cell, OnceCell, RefCell};
use std::hash::Hasher;

/// Declares the basic types, empty. The chapters fill their slots.
macro_rules! basic_types {
    ($($field:ident = $name:literal $(($base:ident))?),* $(,)?) => {
        /// The builtin types of an interpreter.
        #[allow(missing_docs, reason = "they are Python's")]
        pub struct BasicTypes { pub type_: &'static Type, pub object: &'static Type, $(pub $field: &'static Type),* }

        impl BasicTypes {
            fn new() -> Result<&'static BasicTypes, OutOfMemory> {
                let type_ = Type::root()?;
                let object = Type::builtin(type_, "object", None)?;
                $(
                    #[allow(unused_mut, unused_assignments, reason = "not every type has a base")]
                    let mut base = object;
                    $(base = $base;)?
                    let $field = Type::builtin(type_, $name, Some(base))?;
                )*
                let types = Box::leak(Box::new(BasicTypes { type_, object, $($field),* }));
                types.link()?;
                Ok(types)
            }

            /// Every one of them, bases first.
            pub fn all(&self) -> Vec<&'static Type> {
                vec![self.object, self.type_, $(self.$field),*]
            }
        }
    };
}

basic_types! {
    int = "int", bool = "bool"(int), float = "float", complex = "complex",
    str = "str", bytes = "bytes", bytearray = "bytearray",
    tuple = "tuple", list = "list", dict = "dict", set = "set", frozenset = "frozenset",
    range = "range", slice = "slice",
    none = "NoneType", ellipsis = "ellipsis", not_implemented = "NotImplementedType",
    code = "code", frame = "frame", cell = "cell", function = "function", method = "method",
    generator = "generator", coroutine = "coroutine", async_generator = "async_generator",
    coroutine_wrapper = "coroutine_wrapper",
    async_generator_asend = "async_generator_asend",
    async_generator_athrow = "async_generator_athrow",
    async_generator_wrapped_value = "async_generator_wrapped_value",
    anext_awaitable = "anext_awaitable",
    native_function = "builtin_function_or_method", method_descriptor = "method_descriptor",
    classmethod_descriptor = "classmethod_descriptor", slot_wrapper = "wrapper_descriptor",
    method_wrapper = "method-wrapper", getset = "getset_descriptor",
    member = "member_descriptor", static_method = "staticmethod", class_method = "classmethod",
    property = "property", super_ = "super", mapping_proxy = "mappingproxy",
    module = "module", traceback = "traceback", lazy_error = "lazy error",
    str_iterator = "str_iterator", str_ascii_iterator = "str_ascii_iterator",
    bytes_iterator = "bytes_iterator", bytearray_iterator = "bytearray_iterator",
    tuple_iterator = "tuple_iterator", list_iterator = "list_iterator",
    list_reverse_iterator = "list_reverseiterator", range_iterator = "range_iterator",
    long_range_iterator = "longrange_iterator",
    set_iterator = "set_iterator", dict_keys = "dict_keys", dict_values = "dict_values",
    dict_items = "dict_items", dict_key_iterator = "dict_keyiterator",
    dict_value_iterator = "dict_valueiterator", dict_item_iterator = "dict_itemiterator",
    dict_reverse_key_iterator = "dict_reversekeyiterator",
    dict_reverse_value_iterator = "dict_reversevalueiterator",
    dict_reverse_item_iterator = "dict_reverseitemiterator",
    enumerate = "enumerate", zip = "zip", map = "map", filter = "filter",
    reversed = "reversed", callable_iterator = "callable_iterator", iterator = "iterator",
    line_iterator = "line_iterator", positions_iterator = "positions_iterator",
    memoryview = "memoryview", generic_alias = "types.GenericAlias",
    union = "types.UnionType", weak_reference = "weakref",
}

impl BasicTypes {
    /// Gives every basic type its namespace and its place under its base.
    fn link(&self) -> Result<(), OutOfMemory> {
        self.dict.declare::<Dict>();
        self.str.declare::<Str>();
        self.slice.declare::<Slice>();
        self.tuple.declare::<Tuple>();
        self.list.declare::<List>();
        self.bytes.declare::<Bytes>();
        self.bytearray.declare::<ByteArray>();
        for kind in self.all() {
            kind.make_namespace(self)?;
            let bases: Vec<Owned<Type>> = kind.base().map(Type::object).into_iter().collect();
            let mro = kind.base().map(Type::mro).unwrap_or_default();
            kind.set_bases(bases, mro);
        }
        // `type` was made before `object`, so it could not name it as its base.
        self.type_.set_base(self.object.object());
        self.type_
            .set_bases(vec![self.object.object()], vec![self.object.object()]);
        Ok(())
    }
}

/// Where the hashes of strings start from (`PYTHONHASHSEED`).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum HashSeed {
    /// Zero: no randomization, the same hashes in every run.
    Fixed,
    /// The keys follow from a number, as CPython derives them.
    Number(u32),
    /// The keys are random.
    Random,
}

impl HashSeed {
    /// The two keys of SipHash.
    fn keys(self, host: &dyn Host) -> (u64, u64) {
        let mut bytes = [0; 16];
        match self {
            HashSeed::Fixed => (),
            HashSeed::Number(seed) => lcg_random(seed, &mut bytes),
            // A world without randomness has fixed hashes.
            HashSeed::Random => drop(host.random(&mut bytes)),
        }
        let half = |range: std::ops::Range<usize>| {
            bytes[range]
                .iter()
                .rev()
                .fold(0, |word, &byte| word << 8 | u64::from(byte))
        };
        (half(0..8), half(8..16))
    }
}

/// `lcg_urandom()` of CPython's `Python/bootstrap_hash.c`.
fn lcg_random(seed: u32, buffer: &mut [u8]) {
    let mut x = seed;
    for byte in buffer {
        x = x.wrapping_mul(214013).wrapping_add(2531011);
        *byte = (x >> 16) as u8;
    }
}

/// Assigns to `__class__`, or refuses.
pub type SetClassFn = fn(&Thread, &Object, Option<&Object>) -> PyResult<()>;
/// Hears that an attribute of a class was set or deleted.
pub type ClassChangedFn = fn(&Thread, &Type, &Name) -> PyResult<()>;

/// The functions that a lower chapter calls and a higher one provides.
pub struct Hooks {
    /// Makes the exception object of a lazy error (`exceptions`).
    pub materialize: Cell<fn(&Thread, Raised) -> Object>,
    /// Assigns to `__class__` (`classes`).
    pub set_class: Cell<SetClassFn>,
    /// An attribute of a class has changed: its slots follow (`classes`).
    pub class_changed: Cell<ClassChangedFn>,
    /// The error of making an object of a class with abstract methods (`classes`).
    pub abstract_class: Cell<fn(&Thread, &Type) -> Raised>,
    /// Attends to what set a thread's breaker (`threads`).
    pub breaker: Cell<fn(&Thread) -> PyResult<()>>,
    /// Tells an `AttributeError` which attribute of which object was asked for, unless it
    /// says so itself (`exceptions`).
    pub attribute_asked: Cell<fn(&Thread, &Object, &Object, &Name)>,
    /// Tells of an exception that cannot be raised, in a destructor (`exceptions`).
    pub unraisable: Cell<fn(&Thread, Raised, &Object)>,
}

/// The native functions that specialized instructions know by their identity
/// (`callable_cache`). They are kept here, so that their words are theirs for good.
#[derive(Default)]
pub struct CallableCache {
    /// `isinstance`
    pub isinstance: Slot,
    /// `len`
    pub len: Slot,
    /// `list.append`
    pub list_append: Slot,
}

/// What all threads of a program share.
pub struct Interpreter {
    /// The CPython whose behaviour is followed.
    pub version: Version,
    /// The builtin types.
    pub types: &'static BasicTypes,
    /// The names that the machine uses.
    pub names: Names,
    /// The namespace of `builtins`.
    pub builtins: Owned<Dict>,
    /// `sys.modules`.
    pub modules: Owned<Dict>,
    /// The world.
    pub host: Box<dyn Host>,
    /// What lower chapters call in higher ones.
    pub hooks: Hooks,
    /// Native functions that are known by their identity.
    pub callables: CallableCache,
    interned: Table,
    keys: (u64, u64),
    latin1: [OnceCell<Object>; 256],
    empty: OnceCell<Object>,
    empty_tuple: OnceCell<Object>,
    bytes: [OnceCell<Object>; 256],
    empty_bytes: OnceCell<Object>,
    errors: [Cell<Option<&'static Type>>; ErrorKind::ALL.len()],
    next_version: Cell<u32>,
    next_keys_version: Cell<u32>,
    next_function_version: Cell<u32>,
    cache: Box<[Cell<CacheEntry>]>,
    extensions: RefCell<Vec<(TypeId, &'static dyn Any)>>,
}

/// An entry of the cache of attribute lookups on types. The value is borrowed: it is
/// believed only while the type has that version, and so still holds the value.
#[derive(Clone, Copy, Default)]
pub(crate) struct CacheEntry {
    pub(crate) version: u32,
    /// What is known of the name among those of the instances' own attributes; zero: nothing.
    /// [`CacheEntry::HIDDEN_BY_NONE`] and how many names there were: it was not one of them.
    /// Else one more than its index, and the type has no such attribute.
    pub(crate) own: u32,
    pub(crate) name: Word,
    /// Zero: the type has no such attribute.
    pub(crate) value: Word,
}

impl CacheEntry {
    pub(crate) const HIDDEN_BY_NONE: u32 = 1 << 31;

    /// The index of the value among those of an instance, if only instances have it.
    #[inline(always)]
    pub(crate) fn index(self) -> Option<u16> {
        (self.own.wrapping_sub(1) < Self::HIDDEN_BY_NONE - 1).then(|| (self.own - 1) as u16)
    }
}

const CACHE_SIZE: usize = 4096;

impl Interpreter {
    /// An interpreter with the basic types, all empty: the chapters' `install` fill them.
    pub fn new(version: Version, host: Box<dyn Host>, seed: HashSeed) -> PyResult<Interpreter> {
        let types = BasicTypes::new()?;
        let keys = seed.keys(&*host);
        let interned = Table::default();
        let names = Names::new(|text| intern_text(types, &interned, version, keys, text))?;
        Ok(Interpreter {
            version,
            types,
            names,
            builtins: Dict::new(types.dict)?,
            modules: Dict::new(types.dict)?,
            host,
            hooks: Hooks {
                materialize: Cell::new(|_, _| Object::none()),
                set_class: Cell::new(|t, _, _| {
                    Err(t.type_error(
                        "__class__ assignment only supported for heap types or ModuleType subclasses",
                    ))
                }),
                class_changed: Cell::new(|_, _, _| Ok(())),
                abstract_class: Cell::new(|t, _| t.type_error("the class is abstract")),
                breaker: Cell::new(|_| Ok(())),
                attribute_asked: Cell::new(|_, _, _, _| ()),
                unraisable: Cell::new(|_, _, _| ()),
            },
            callables: CallableCache::default(),
            interned,
            keys,
            latin1: [const { OnceCell::new() }; 256],
            empty: OnceCell::new(),
            empty_tuple: OnceCell::new(),
            bytes: [const { OnceCell::new() }; 256],
            empty_bytes: OnceCell::new(),
            errors: [const { Cell::new(None) }; ErrorKind::ALL.len()],
            next_version: Cell::new(1),
            next_keys_version: Cell::new(1),
            next_function_version: Cell::new(1),
            cache: vec![Cell::default(); CACHE_SIZE].into_boxed_slice(),
            extensions: RefCell::default(),
        })
    }

    /// The hash of bytes: SipHash-2-4 in 3.10, SipHash-1-3 in 3.11.
    pub fn hash_bytes(&self, bytes: &[u8]) -> i64 {
        hash_bytes(self.version, self.keys, bytes)
    }

    /// The hash of a string, computed once.
    #[inline]
    pub fn hash_str(&self, text: &Str) -> i64 {
        match text.cached_hash() {
            Some(hash) => hash,
            None => hash_str(self.version, self.keys, text),
        }
    }

    /// The name with this text.
    pub fn intern(&self, text: &str) -> PyResult<Name> {
        Ok(intern_text(
            self.types,
            &self.interned,
            self.version,
            self.keys,
            text,
        )?)
    }

    /// The name that equals a string of exactly type `str`; it may be the string itself.
    pub fn intern_str(&self, text: &Owned<Str>) -> PyResult<Name> {
        if let Some(name) = Name::from_object(text.as_object()) {
            return Ok(name.clone());
        }
        let hash = self.hash_str(text);
        Ok(intern(&self.interned, text.clone().into_object(), hash)?)
    }

    /// A string.
    pub fn str(&self, text: &str) -> PyResult {
        match text.as_bytes() {
            [] => self.empty_str(),
            [byte] => self.latin1_char(*byte),
            _ => Ok(Str::from_text(self.types.str, text)?.into_object()),
        }
    }

    /// A string of code points.
    pub fn str_of(&self, chars: &[u32]) -> PyResult {
        self.str_chars(Chars::Four(chars))
    }

    /// A string of Latin-1 characters.
    #[inline]
    pub fn str_latin1(&self, chars: &[u8]) -> PyResult {
        match chars {
            [] => self.empty_str(),
            [char] => self.latin1_char(*char),
            _ => Ok(Str::from_latin1(self.types.str, chars)?.into_object()),
        }
    }

    /// A part of a string, whose range must lie within its length.
    #[inline]
    pub fn str_part(&self, text: &Str, range: std::ops::Range<usize>) -> PyResult {
        match (range.len(), text.chars()) {
            (0, _) => self.empty_str(),
            (1, Chars::One(chars)) => self.latin1_char(chars[range.start]),
            (1, chars) => self.str_chars(chars.slice(range)),
            _ => Ok(text.part(self.types.str, range)?.into_object()),
        }
    }

    /// The empty string, of which there is one.
    pub fn empty_str(&self) -> PyResult {
        shared(&self.empty, || Str::from_latin1(self.types.str, &[]))
    }

    /// The empty tuple, of which there is one.
    #[inline]
    pub fn empty_tuple(&self) -> PyResult {
        shared(&self.empty_tuple, || Tuple::new(self.types.tuple, []))
    }

    /// The empty bytes object, of which there is one.
    pub fn empty_bytes(&self) -> PyResult {
        shared(&self.empty_bytes, || Bytes::new(self.types.bytes, &[]))
    }

    /// A bytes object of one byte, of which there is one each.
    pub fn single_byte(&self, byte: u8) -> PyResult {
        shared(&self.bytes[byte as usize], || {
            Bytes::new(self.types.bytes, &[byte])
        })
    }

    /// A string of characters, in the smallest width that holds them.
    pub fn str_chars(&self, chars: Chars<'_>) -> PyResult {
        match (chars.len(), chars.get(0)) {
            (0, _) => self.empty_str(),
            (1, Some(char @ 0..=0xFF)) => self.latin1_char(char as u8),
            _ => Ok(Str::from_chars(self.types.str, chars)?.into_object()),
        }
    }

    /// A string of one Latin-1 character, of which there is one each.
    #[inline]
    pub fn latin1_char(&self, char: u8) -> PyResult {
        shared(&self.latin1[char as usize], || {
            Str::from_latin1(self.types.str, &[char])
        })
    }

    /// The string of one Latin-1 character, if anybody has asked for it before.
    #[inline(always)]
    pub fn known_latin1_char(&self, char: u8) -> Option<&Object> {
        self.latin1[char as usize].get()
    }

    /// The type of a builtin exception, once `exceptions` is installed.
    pub fn error_type(&self, kind: ErrorKind) -> Option<&'static Type> {
        self.errors[kind as usize].get()
    }

    /// Says which type a builtin exception has.
    pub fn set_error_type(&self, kind: ErrorKind, class: &'static Type) {
        self.errors[kind as usize].set(Some(class));
    }

    /// A version for a type that no other has. Zero once all have been given out: nothing
    /// more is cached then.
    pub fn fresh_version(&self) -> u32 {
        next(&self.next_version)
    }

    /// A version for a function that no other has, as for types.
    pub fn fresh_function_version(&self) -> u32 {
        next(&self.next_function_version)
    }

    /// The version of a table's keys, given out now if they have none
    /// (`_PyDictKeys_GetVersionForCurrentState`). Zero: there are no more.
    pub fn keys_version(&self, table: &Table) -> u32 {
        if table.version() == 0 {
            table.set_version(next(&self.next_keys_version));
        }
        table.version()
    }

    #[inline(always)]
    pub(crate) fn cache_entry(&self, version: u32, name: &Name) -> &Cell<CacheEntry> {
        let place = version as usize ^ (name.object().word() as usize >> 3);
        &self.cache[place % CACHE_SIZE]
    }

    /// The state that a chapter keeps in the interpreter: made when it is first asked for,
    /// and kept for good.
    pub fn extension<T: Default + 'static>(&self) -> &'static T {
        let id = TypeId::of::<T>();
        let found = self
            .extensions
            .borrow()
            .iter()
            .find(|entry| entry.0 == id)
            .map(|entry| entry.1);
        if let Some(state) = found.and_then(|state| state.downcast_ref()) {
            return state;
        }
        let state: &'static T = Box::leak(Box::default());
        self.extensions.borrow_mut().push((id, state));
        state
    }
}

/// Takes the next number, unless they have run out.
fn next(counter: &Cell<u32>) -> u32 {
    let version = counter.get();
    if version != 0 {
        counter.set(version.wrapping_add(1));
    }
    version
}

fn shared<T: Payload>(
    place: &OnceCell<Object>,
    make: impl FnOnce() -> Result<Owned<T>, OutOfMemory>,
) -> PyResult {
    if let Some(object) = place.get() {
        return Ok(object.clone());
    }
    let object = make()?.into_object();
    Ok(place.get_or_init(|| object).clone())
}

fn hash_bytes(version: Version, (k0, k1): (u64, u64), bytes: &[u8]) -> i64 {
    if bytes.is_empty() {
        return 0;
    }
    let hash = match version {
        Version::V310 => {
            let mut hasher = SipHasher24::new_with_keys(k0, k1);
            hasher.write(bytes);
            hasher.finish()
        }
        Version::V311 => {
            let mut hasher = SipHasher13::new_with_keys(k0, k1);
            hasher.write(bytes);
            hasher.finish()
        }
    };
    match hash as i64 {
        -1 => -2,
        hash => hash,
    }
}

fn hash_str(version: Version, keys: (u64, u64), text: &Str) -> i64 {
    let hash = hash_bytes(version, keys, text.raw_bytes());
    text.set_hash(hash);
    hash
}

fn intern_text(
    types: &BasicTypes,
    interned: &Table,
    version: Version,
    keys: (u64, u64),
    text: &str,
) -> Result<Name, OutOfMemory> {
    let text = Str::from_text(types.str, text)?;
    let hash = hash_str(version, keys, &text);
    intern(interned, text.into_object(), hash)
}

/// The interned string with the same text; `object` itself becomes it if there is none.
/// It must be a string of exactly type `str`, with its hash computed.
fn intern(interned: &Table, object: Object, hash: i64) -> Result<Name, OutOfMemory> {
    if let Some(text) = object.downcast::<Str>()
        && let Some(index) = interned.find_str(text, hash)
        && let Some(name) = interned.key(index).and_then(Name::new)
    {
        return Ok(name);
    }
    if let Some(text) = object.downcast::<Str>() {
        text.set_interned(true);
    }
    interned.add(object.clone(), hash, Object::none())?;
    Name::new(object).ok_or(OutOfMemory)
}
