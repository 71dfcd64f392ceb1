//! What is a type? An object that says what its objects can do: [`Type`].

use crate::dict::Dict;
use crate::interpreter::BasicTypes;
use crate::name::Name;
use crate::slots::Slots;
use crate::table::Table;
use crate::thread::Thread;
use objects::{
    Header, Object, OutOfMemory, Owned, Payload, Slot, TypeCore, TypeHead, Visit, Word, heap,
};
use objects::{dealloc_with_finalizer, make_root_type, payload};
use std::cell::{Cell, RefCell};
use std::ptr::NonNull;

/// A Python type: builtin, or a class made by Python.
#[repr(C)]
pub struct Type {
    head: TypeHead,
    /// What its objects can do.
    pub slots: Slots,
    flags: Cell<Flags>,
    version: Cell<u32>,
    name: RefCell<String>,
    /// `__name__` and `__qualname__` as Python set them; empty: as `name` has them.
    pub qualname: Slot,
    /// The namespace, `__dict__`.
    namespace: Slot,
    /// The base whose layout it shares; `kept` owns it.
    base: Cell<Option<NonNull<TypeCore>>>,
    /// Every type that ever was the base: each may still be borrowed.
    kept: RefCell<Vec<Owned<Type>>>,
    bases: RefCell<Vec<Owned<Type>>>,
    /// The method resolution order, without the type itself.
    mro: RefCell<Vec<Owned<Type>>>,
    /// Where the type itself stands in its order: first, as a rule.
    own_place: Cell<usize>,
    subclasses: RefCell<Vec<NonNull<TypeCore>>>,
    /// The names of its instances' attributes, in the order of their values.
    pub shared_keys: Table,
    /// What the class itself adds to the objects of its base.
    pub added: RefCell<Added>,
    /// The word of the `__getitem__` that a specialized `BINARY_SUBSCR` calls, borrowed: it is
    /// read only under the version that the type had when it was noted.
    pub getitem: Cell<Word>,
    /// The version under which calling this class did nothing but make a plain object and run
    /// an `__init__` that is a Python function, and the word of that, borrowed: it is read only
    /// under that version. Zero: that was never so.
    pub constructor: Cell<(u32, Word)>,
}

/// What a class made by Python adds to the layout of its base.
#[derive(Clone, Default)]
pub struct Added {
    /// A `__dict__`.
    pub dict: bool,
    /// A place for weak references.
    pub weak: bool,
    /// The places that `__slots__` names, in their order in the object.
    pub slots: Vec<Name>,
}

payload!(Type, "type", traverse);

/// What holds of a type, one bit each.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Flags(u32);

impl Flags {
    /// A class made by Python.
    pub const HEAP: Flags = Flags(1);
    /// It can be a base.
    pub const BASE: Flags = Flags(2);
    /// Its attributes cannot be set.
    pub const IMMUTABLE: Flags = Flags(4);
    /// Its objects are called with the instance as first argument, without being bound.
    pub const METHOD_DESCRIPTOR: Flags = Flags(8);
    /// A `case [..]` pattern matches its objects.
    pub const SEQUENCE: Flags = Flags(16);
    /// A `case {..}` pattern matches its objects.
    pub const MAPPING: Flags = Flags(32);
    /// A class pattern's single positional argument is the object itself (`int(x)`).
    pub const MATCH_SELF: Flags = Flags(64);
    /// It has abstract methods.
    pub const ABSTRACT: Flags = Flags(128);
    /// It cannot be called to make an object.
    pub const NO_NEW: Flags = Flags(256);
    /// Attribute lookup is the generic one, with no `__getattr__`.
    pub const PLAIN_LOOKUP: Flags = Flags(512);
    /// Its objects can be weakly referenced.
    pub const WEAK: Flags = Flags(1024);
    /// Its order of resolution names classes that are none of its bases, whose changes it
    /// would not hear of: it has no version.
    pub const UNVERSIONED: Flags = Flags(2048);
    /// CPython has a short way to call it (`tp_vectorcall`).
    pub const VECTORCALL: Flags = Flags(4096);

    /// Both sets together.
    pub const fn and(self, other: Flags) -> Flags {
        Flags(self.0 | other.0)
    }

    /// Without the others.
    pub const fn without(self, other: Flags) -> Flags {
        Flags(self.0 & !other.0)
    }

    /// Are all of `other` set?
    #[inline(always)]
    pub const fn has(self, other: Flags) -> bool {
        self.0 & other.0 == other.0
    }
}

impl Type {
    fn new(head: TypeHead, name: &str, namespace: Slot, base: Option<Owned<Type>>) -> Type {
        Type {
            head,
            slots: Slots::default(),
            flags: Cell::default(),
            version: Cell::new(0),
            name: RefCell::new(name.to_owned()),
            qualname: Slot::empty(),
            namespace,
            base: Cell::new(base.as_ref().map(|base| NonNull::from(base.core()))),
            kept: RefCell::new(base.into_iter().collect()),
            bases: RefCell::default(),
            mro: RefCell::default(),
            own_place: Cell::new(0),
            subclasses: RefCell::default(),
            shared_keys: Table::default(),
            added: RefCell::default(),
            getitem: Cell::new(0),
            constructor: Cell::new((0, 0)),
        }
    }

    /// Adds a name to the shared keys; `None` if there is no room for more.
    pub fn share_key(&self, name: &Name) -> Result<Option<usize>, OutOfMemory> {
        let room = self.head.shared_room.get();
        if room == 0 {
            // As CPython does before it looks for room.
            self.shared_keys.set_version(0);
            return Ok(None);
        }
        self.head.shared_room.set(room - 1);
        let index = self
            .shared_keys
            .add(name.object().clone(), name.hash(), Object::none())?;
        Ok(Some(index))
    }

    /// The type of types, whose type is itself. Its namespace comes later.
    pub(crate) fn root() -> Result<&'static Type, OutOfMemory> {
        let root = Type::new(TypeHead::of::<Type>(), "type", Slot::empty(), None);
        // SAFETY: `Type` is `repr(C)` and begins with its head.
        let root = unsafe { make_root_type(root)? };
        root.flags.set(Flags::BASE.and(Flags::IMMUTABLE));
        Ok(Type::leak(root))
    }

    /// A builtin type: it is never freed, so that its objects need not count it. What
    /// layout its objects have is said later, with [`Type::declare`].
    pub fn builtin(
        meta: &Type,
        name: &str,
        base: Option<&'static Type>,
    ) -> Result<&'static Type, OutOfMemory> {
        let head = TypeHead::undeclared();
        let base = base.map(Type::object);
        let kind = heap().make(meta.core(), Type::new(head, name, Slot::empty(), base))?;
        kind.flags.set(Flags::IMMUTABLE);
        Ok(Type::leak(kind))
    }

    /// A class made by Python on top of `bases` (the first of `bases` is not always
    /// `base`, whose layout it takes). The caller has checked the bases.
    pub fn derived(
        types: &BasicTypes,
        meta: &Type,
        name: &str,
        head: TypeHead,
        base: Owned<Type>,
        names: Table,
    ) -> Result<Owned<Type>, OutOfMemory> {
        let namespace = Slot::new(Dict::of(types.dict, names)?.into_object());
        let kind = heap().make(meta.core(), Type::new(head, name, namespace, Some(base)))?;
        kind.own_place.set(usize::MAX);
        kind.flags.set(Flags::HEAP.and(Flags::BASE));
        Ok(kind)
    }

    fn leak(kind: Owned<Type>) -> &'static Type {
        kind.header().make_immortal();
        let payload: *const Type = &raw const *kind;
        std::mem::forget(kind);
        // SAFETY: an immortal object is never freed, and the heap never gives memory back.
        unsafe { &*payload }
    }

    /// Says how the objects of a builtin type lie in memory; false if it was said otherwise.
    pub fn declare<T: Payload>(&self) -> bool {
        self.head.declare_layout::<T>()
    }

    /// The part of the type that the heap reads.
    #[inline(always)]
    pub fn head(&self) -> &TypeHead {
        &self.head
    }

    /// The type as the heap sees it.
    #[inline(always)]
    pub fn core(&self) -> &TypeCore {
        let address = (&raw const *self).addr() - size_of::<Header>();
        // SAFETY: a `Type` lies only in the heap, behind its header, and begins with its
        // head: together they are a `TypeCore`.
        unsafe { &*std::ptr::with_exposed_provenance(address) }
    }

    /// Is it a builtin type whose objects hold no others?
    #[inline(always)]
    pub fn holds_nothing(&self) -> bool {
        self.head().layout().inert && !self.head().has_dict() && !self.head().is_counted()
    }

    /// The type of the object with this header.
    #[inline(always)]
    pub fn of_header(header: &Header) -> &Type {
        Type::of_core(header.type_core())
    }

    /// The type whose start this is.
    #[inline(always)]
    pub(crate) fn of_core(core: &TypeCore) -> &Type {
        // SAFETY: every core is the start of a type object (`Type::core`).
        unsafe { &*(&raw const core.head).cast::<Type>() }
    }

    /// The type as an object: a new reference.
    #[inline]
    pub fn object(&self) -> Owned<Type> {
        // SAFETY: a `Type` lies only in the heap.
        unsafe { Owned::from_payload(self) }
    }

    /// Are these the same type?
    #[inline(always)]
    pub fn is(&self, other: &Type) -> bool {
        std::ptr::eq(self, other)
    }

    /// The name, without a module.
    pub fn name(&self) -> String {
        self.name.borrow().clone()
    }

    /// `__qualname__`: the name, with the classes and functions that it is defined in.
    pub fn full_name(&self) -> String {
        let qualname = self.qualname.get();
        match qualname.as_ref().and_then(crate::string::as_str) {
            Some(name) => name.to_text(),
            None => self.name(),
        }
    }

    /// Changes the name.
    pub fn set_name(&self, name: &str) {
        *self.name.borrow_mut() = name.to_owned();
    }

    /// What holds of the type.
    #[inline(always)]
    pub fn flags(&self) -> Flags {
        self.flags.get()
    }

    /// Does a flag hold?
    #[inline(always)]
    pub fn has(&self, flags: Flags) -> bool {
        self.flags.get().has(flags)
    }

    /// Sets more flags.
    pub fn set_flags(&self, flags: Flags) {
        self.flags.set(self.flags.get().and(flags));
    }

    /// Takes flags away.
    pub fn clear_flags(&self, flags: Flags) {
        self.flags.set(self.flags.get().without(flags));
    }

    /// The base whose layout this type shares.
    pub fn base(&self) -> Option<&Type> {
        // SAFETY: `kept` holds every base until the type dies.
        let core = unsafe { self.base.get()?.as_ref() };
        Some(Type::of_core(core))
    }

    /// Puts another base in the place of the one whose layout this type shares; the caller
    /// has checked that the layouts are the same.
    pub fn set_base(&self, base: Owned<Type>) {
        self.base.set(Some(NonNull::from(base.core())));
        let mut kept = self.kept.borrow_mut();
        if !kept.iter().any(|old| old.is(&base)) {
            kept.push(base);
        }
    }

    /// The bases as written.
    pub fn bases(&self) -> Vec<Owned<Type>> {
        self.bases.borrow().clone()
    }

    /// The method resolution order: the type itself first, unless its metaclass said
    /// otherwise.
    pub fn mro(&self) -> Vec<Owned<Type>> {
        let mut order = self.mro.borrow().clone();
        if self.own_place.get() <= order.len() {
            order.insert(self.own_place.get(), self.object());
        }
        order
    }

    /// Sets the method resolution order that a metaclass's `mro()` gave, in which the type
    /// itself may stand anywhere, or nowhere.
    pub fn set_mro(&self, mut order: Vec<Owned<Type>>) {
        let place = order.iter().position(|class| class.is(self));
        if let Some(place) = place {
            order.remove(place);
        }
        self.own_place.set(place.unwrap_or(usize::MAX));
        let strange = order.iter().any(|class| {
            !self
                .bases
                .borrow()
                .iter()
                .any(|base| base.is_subtype(class))
        });
        match strange || place.is_none() {
            true => self.set_flags(Flags::UNVERSIONED),
            false => self.clear_flags(Flags::UNVERSIONED),
        }
        let old = self.mro.replace(order);
        self.modified();
        drop(old);
    }

    /// Sets bases and method resolution order (without the type itself), and enters the
    /// type among the subclasses of its bases.
    pub fn set_bases(&self, bases: Vec<Owned<Type>>, mro: Vec<Owned<Type>>) {
        self.enter_bases(bases);
        let old = self.mro.replace(mro);
        self.own_place.set(0);
        drop(old);
    }

    /// Sets the bases only, and enters the type among their subclasses: a new type is
    /// incomplete until it gets its method resolution order.
    pub fn enter_bases(&self, bases: Vec<Owned<Type>>) {
        let own = NonNull::from(self.core());
        for old in self.bases.borrow().iter() {
            old.subclasses.borrow_mut().retain(|sub| *sub != own);
        }
        for base in &bases {
            base.subclasses.borrow_mut().push(own);
        }
        let old = self.bases.replace(bases);
        self.modified();
        drop(old);
    }

    /// Has it no method resolution order yet?
    pub fn is_incomplete(&self) -> bool {
        self.own_place.get() == usize::MAX && self.mro.borrow().is_empty()
    }

    /// The classes derived from this one directly.
    pub fn subclasses(&self) -> Vec<Owned<Type>> {
        let subclasses = self.subclasses.borrow();
        // SAFETY: a class takes itself off this list before it dies (`Drop`).
        subclasses
            .iter()
            .map(|core| Type::of_core(unsafe { core.as_ref() }).object())
            .collect()
    }

    /// Is this `other` or derived from it?
    #[inline]
    pub fn is_subtype(&self, other: &Type) -> bool {
        self.is(other)
            || self.mro.borrow().iter().any(|base| base.is(other))
            || (self.is_incomplete() && self.base().is_some_and(|base| base.is_subtype(other)))
    }

    /// The namespace, to read.
    pub fn namespace(&self) -> Option<Namespace> {
        self.namespace.get()?.into_owned().ok().map(Namespace)
    }

    /// Gives a builtin type an empty namespace.
    pub fn make_namespace(&self, types: &BasicTypes) -> Result<(), OutOfMemory> {
        let names = Dict::new(types.dict)?;
        self.namespace.set(names.into_object());
        self.modified();
        Ok(())
    }

    /// Sets a name of the namespace, or takes it out; false if it was not there. This is the
    /// one way to change a namespace: what was there goes only after everything that was
    /// cached under the versions of the type is forgotten.
    pub fn put(&self, name: &Name, value: Option<Object>) -> Result<bool, OutOfMemory> {
        let Some(Namespace(names)) = self.namespace() else {
            return Ok(false);
        };
        let old = names.get_name(name);
        match value {
            Some(value) => names.set_name(name, value)?,
            None => drop(names.remove_name(name)),
        }
        // Without a version, no class under this one has any either.
        if self.version() != 0 {
            self.modified();
        }
        Ok(old.is_some())
    }

    /// Looks a name up in the namespaces of the method resolution order, without the cache.
    pub(crate) fn find_in_mro(&self, name: &Name) -> Option<Object> {
        self.in_mro(|class| class.own_name(name))
    }

    /// Finds a name in the method resolution order, and the class that has it.
    pub fn find_with_owner(&self, name: &Name) -> Option<(Object, Owned<Type>)> {
        self.in_mro(|class| Some((class.own_name(name)?, class.object())))
    }

    /// Finds a name in the method resolution order behind a class; behind none, if that has
    /// no place there.
    pub fn find_behind(&self, behind: &Type, name: &Name) -> Option<Object> {
        let passed = Cell::new(false);
        self.in_mro(|class| match passed.get() {
            true => class.own_name(name),
            false => {
                passed.set(class.is(behind));
                None
            }
        })
    }

    /// What the namespace has for a name.
    fn own_name(&self, name: &Name) -> Option<Object> {
        self.namespace.get()?.downcast::<Dict>()?.get_name(name)
    }

    /// Asks the classes of the method resolution order in turn. The question runs no Python,
    /// so the order stays as it is meanwhile.
    fn in_mro<R>(&self, ask: impl Fn(&Type) -> Option<R>) -> Option<R> {
        let (order, own) = (self.mro.borrow(), self.own_place.get());
        let (before, after) = order.split_at(own.min(order.len()));
        let itself = (own <= order.len()).then_some(self);
        let others = |classes: &[Owned<Type>]| classes.iter().find_map(|class| ask(class));
        others(before)
            .or_else(|| itself.and_then(&ask))
            .or_else(|| others(after))
    }

    /// The version of everything that attribute lookup on this type can see; zero if none
    /// was given out since the last change.
    #[inline(always)]
    pub fn version(&self) -> u32 {
        self.version.get()
    }

    pub(crate) fn set_version(&self, version: u32) {
        self.version.set(version);
    }

    /// Has the `finalize` slot run when an object dies (PEP 442): for classes with `__del__`.
    pub fn enable_finalizer(&self) {
        // SAFETY: `finalize` ends in `dealloc_with_finalizer`.
        unsafe { self.head.set_dealloc(finalize) };
    }

    /// Must be called after every change to the type: forgets its version and those of
    /// all classes under it (`PyType_Modified`), so that nothing cached under them is
    /// believed any more.
    pub fn modified(&self) {
        let mut pending = vec![self.object()];
        while let Some(class) = pending.pop() {
            class.version.set(0);
            pending.extend(class.subclasses());
        }
    }

    fn traverse(&self, visit: Visit<'_>) {
        self.namespace.traverse(visit);
        self.shared_keys.traverse(visit);
        for class in self.bases.borrow().iter().chain(self.mro.borrow().iter()) {
            visit(class.as_object());
        }
        for base in self.kept.borrow().iter() {
            visit(base.as_object());
        }
    }

    fn clear(&self) {
        self.namespace.clear();
        drop(self.mro.take());
    }
}

/// The `dealloc` of classes with `__del__`.
///
/// # Safety
/// As for every `dealloc`.
unsafe fn finalize(header: NonNull<Header>) {
    // SAFETY: the object is dying; its finalizer runs once.
    unsafe {
        let is_done = |header: &Header| {
            let is_done = Type::of_header(header).slots.is_done.get();
            is_done.is_some_and(|is_done| is_done(header))
        };
        dealloc_with_finalizer(header, is_done, |object| {
            let Some(header) = object.header() else {
                return;
            };
            if header.is_finalized() {
                return;
            }
            header.set_finalized();
            Thread::with_current(|t| {
                if let Some(finalize) = t.type_of(object).slots.finalize.get() {
                    finalize(t, object);
                }
            });
        });
    }
}

impl Drop for Type {
    fn drop(&mut self) {
        let own = NonNull::from(self.core());
        for base in self.bases.get_mut().iter() {
            base.subclasses.borrow_mut().retain(|sub| *sub != own);
        }
    }
}

/// The namespace of a type, to read: what changes it is [`Type::put`].
pub struct Namespace(Owned<Dict>);

impl Namespace {
    /// The value of a name.
    #[inline]
    pub fn get_name(&self, name: &Name) -> Option<Object> {
        self.0.get_name(name)
    }

    /// A copy of all names and values.
    pub fn copy(&self) -> Result<Table, OutOfMemory> {
        self.0.table.copy()
    }

    /// The dictionary itself, for a `mappingproxy`: it must be handed to nobody who could
    /// change it.
    pub fn into_shown(self) -> Object {
        self.0.into_object()
    }
}
