//! How does code work with objects whose types it does not know? The abstract object
//! protocols (CPython's `Objects/abstract.c` and `object.c`), as methods of [`Thread`].
#![forbid(unsafe_code)]

use crate::kind::{Flags, Type};
use crate::list::List;
use crate::lookup::Method;
use crate::name::Name;
use crate::native::NativeFunction;
use crate::raised::{ErrorKind, PyResult};
use crate::slots::{Args, BinaryFn, BinaryOp, CompareOp};
use crate::string::{Str, as_str, same_bytes};
use crate::table::hash_small_int;
use crate::thread::Thread;
use crate::tuple::Tuple;
use objects::{Object, Owned};
use std::ptr::fn_addr_eq;

impl Thread {
    /// `repr(object)`
    pub fn repr(&self, object: &Object) -> PyResult<Owned<Str>> {
        let _guard = self.enter_native(" while getting the repr of an object")?;
        let kind = self.type_of(object);
        let text = match kind.slots.repr.get() {
            Some(repr) => repr(self, object)?,
            None => self.str(&self.default_repr(object))?,
        };
        self.expect_str(text, "__repr__")
    }

    /// `<module.Class object at 0x…>`
    pub fn default_repr(&self, object: &Object) -> String {
        format!(
            "<{} object at {:#x}>",
            self.full_type_name(self.type_of(object)),
            object.identity()
        )
    }

    /// A type's name with its module, unless that is `builtins`.
    pub fn full_type_name(&self, kind: &Type) -> String {
        let qualname = kind
            .qualname
            .get()
            .as_ref()
            .and_then(as_str)
            .map(Str::to_text);
        let name = qualname.unwrap_or_else(|| kind.name());
        let module = kind
            .namespace()
            .and_then(|namespace| namespace.get_name(&self.names.module));
        match module.as_ref().and_then(as_str) {
            Some(module) if !module.equals("builtins") => format!("{}.{name}", module.to_text()),
            _ => kind.name(),
        }
    }

    /// `str(object)`
    pub fn to_str(&self, object: &Object) -> PyResult<Owned<Str>> {
        if self.is_exact(object, self.types.str) {
            return self.expect_str(object.clone(), "__str__");
        }
        match self.type_of(object).slots.str.get() {
            Some(str) => {
                let _guard = self.enter_native(" while getting the str of an object")?;
                let text = str(self, object)?;
                self.expect_str(text, "__str__")
            }
            None => self.repr(object),
        }
    }

    fn expect_str(&self, text: Object, method: &str) -> PyResult<Owned<Str>> {
        text.into_owned().map_err(|other: Object| {
            let kind = self.type_name(&other);
            self.type_error(format!("{method} returned non-string (type {kind})"))
        })
    }

    /// `hash(object)`
    #[inline]
    pub fn hash(&self, object: &Object) -> PyResult<i64> {
        if let Some(value) = object.as_small_int() {
            return Ok(hash_small_int(value));
        }
        if let Some(hash) = object
            .downcast::<Str>()
            .filter(|_| self.is_exact(object, self.types.str))
            .and_then(Str::cached_hash)
        {
            return Ok(hash);
        }
        match self.type_of(object).slots.hash.get() {
            Some(hash) => hash(self, object),
            None => Err(self.type_error(format!("unhashable type: '{}'", self.type_name(object)))),
        }
    }

    /// `bool(object)`
    #[inline]
    pub fn is_true(&self, object: &Object) -> PyResult<bool> {
        match object.as_bool() {
            Some(value) => Ok(value),
            None if object.is_none() => Ok(false),
            None => self.is_true_slowly(object),
        }
    }

    fn is_true_slowly(&self, object: &Object) -> PyResult<bool> {
        if let Some(value) = object.as_small_int() {
            return Ok(value != 0);
        }
        let slots = &self.type_of(object).slots;
        if let Some(bool) = slots.bool.get() {
            return bool(self, object);
        }
        let length = slots.mapping_length.get().or(slots.length.get());
        length.map_or(Ok(true), |length| Ok(length(self, object)? != 0))
    }

    /// A rich comparison (`PyObject_RichCompare`).
    pub fn compare(&self, a: &Object, b: &Object, op: CompareOp) -> PyResult {
        let (a_type, b_type) = (self.type_of(a), self.type_of(b));
        // What holds nothing cannot nest: strings, numbers.
        if a_type.is(b_type)
            && a_type.holds_nothing()
            && let Some(compare) = a_type.slots.compare.get()
        {
            let result = compare(self, a, b, op)?;
            if !result.is_not_implemented() {
                return Ok(result);
            }
        }
        let _guard = self.enter_native(" in comparison")?;
        let reflected = b_type.slots.compare.get();
        let mut tried = false;
        if !a_type.is(b_type)
            && b_type.is_subtype(a_type)
            && let Some(compare) = reflected
        {
            tried = true;
            let result = compare(self, b, a, op.swapped())?;
            if !result.is_not_implemented() {
                return Ok(result);
            }
        }
        if let Some(compare) = a_type.slots.compare.get() {
            let result = compare(self, a, b, op)?;
            if !result.is_not_implemented() {
                return Ok(result);
            }
        }
        match tried {
            true => self.compare_identity(a, b, op),
            false => self.compare_after_left(a, b, op),
        }
    }

    /// What is left of a rich comparison when the left operand's own method, the first that is
    /// asked, does not implement it.
    pub fn compare_after_left(&self, a: &Object, b: &Object, op: CompareOp) -> PyResult {
        if let Some(compare) = self.type_of(b).slots.compare.get() {
            let result = compare(self, b, a, op.swapped())?;
            if !result.is_not_implemented() {
                return Ok(result);
            }
        }
        self.compare_identity(a, b, op)
    }

    /// A rich comparison that neither operand implements.
    fn compare_identity(&self, a: &Object, b: &Object, op: CompareOp) -> PyResult {
        match op {
            CompareOp::Eq => Ok(Object::bool(a.is(b))),
            CompareOp::Ne => Ok(Object::bool(!a.is(b))),
            _ => Err(self.type_error(format!(
                "'{}' not supported between instances of '{}' and '{}'",
                op.sign(),
                self.type_name(a),
                self.type_name(b)
            ))),
        }
    }

    /// A rich comparison whose result is asked for its truth; the same object equals
    /// itself without asking (`PyObject_RichCompareBool`).
    #[inline]
    pub fn compare_bool(&self, a: &Object, b: &Object, op: CompareOp) -> PyResult<bool> {
        if let (Some(a), Some(b)) = (a.as_small_int(), b.as_small_int()) {
            return Ok(op.holds(a.cmp(&b)));
        }
        if a.is(b) {
            match op {
                CompareOp::Eq => return Ok(true),
                CompareOp::Ne => return Ok(false),
                _ => (),
            }
        }
        self.is_true(&self.compare(a, b, op)?)
    }

    /// `a == b`, for containers: identity counts as equality.
    #[inline]
    pub fn equal(&self, a: &Object, b: &Object) -> PyResult<bool> {
        if let (Some(a), Some(b)) = (a.downcast::<Str>(), b.downcast::<Str>())
            && self.is_exact(a.object().as_object(), self.types.str)
            && self.is_exact(b.object().as_object(), self.types.str)
        {
            return Ok(a.len() == b.len() && same_bytes(a.raw_bytes(), b.raw_bytes()));
        }
        self.compare_bool(a, b, CompareOp::Eq)
    }

    /// A binary operator (`binary_op1`, then the sequences' slots).
    pub fn binary(&self, op: BinaryOp, a: &Object, b: &Object) -> PyResult {
        let result = self.binary_slots(op, a, b)?;
        if !result.is_not_implemented() {
            return Ok(result);
        }
        if let Some(result) = self.sequence_operator(op, a, b, false)? {
            return Ok(result);
        }
        Err(self.unsupported_operands(op.sign(), "", a, b))
    }

    /// An in-place operator: `a += b` and the like.
    pub fn inplace(&self, op: BinaryOp, a: &Object, b: &Object) -> PyResult {
        if let Some(function) = self.type_of(a).slots.inplace[op as usize].get() {
            let result = function(self, a, b)?;
            if !result.is_not_implemented() {
                return Ok(result);
            }
        }
        let result = self.binary_slots(op, a, b)?;
        if !result.is_not_implemented() {
            return Ok(result);
        }
        if let Some(result) = self.sequence_operator(op, a, b, true)? {
            return Ok(result);
        }
        Err(self.unsupported_operands(op.sign(), "=", a, b))
    }

    /// What is left of a binary operator when the left operand's own method, the first that is
    /// asked, does not implement it. `same`: had both operands the same type?
    pub fn binary_after_left(
        &self,
        op: BinaryOp,
        inplace: bool,
        same: bool,
        a: &Object,
        b: &Object,
    ) -> PyResult {
        let right = self.type_of(b).slots.binary[op as usize].get();
        if let Some(right) = right.filter(|_| !same) {
            let result = right(self, a, b)?;
            if !result.is_not_implemented() {
                return Ok(result);
            }
        }
        if let Some(result) = self.sequence_operator(op, a, b, inplace)? {
            return Ok(result);
        }
        Err(self.unsupported_operands(op.sign(), if inplace { "=" } else { "" }, a, b))
    }

    fn binary_slots(&self, op: BinaryOp, a: &Object, b: &Object) -> PyResult {
        let (a_type, b_type) = (self.type_of(a), self.type_of(b));
        let of = |kind: &Type| kind.slots.binary[op as usize].get();
        let left = of(a_type);
        let right = if a_type.is(b_type) {
            None
        } else {
            let same = |right: BinaryFn| left.is_some_and(|left| fn_addr_eq(left, right));
            of(b_type).filter(|&right| !same(right))
        };
        if let (Some(left), Some(right)) = (left, right)
            && b_type.is_subtype(a_type)
        {
            let result = right(self, a, b)?;
            if !result.is_not_implemented() {
                return Ok(result);
            }
            return left(self, a, b);
        }
        if let Some(left) = left {
            let result = left(self, a, b)?;
            if !result.is_not_implemented() {
                return Ok(result);
            }
        }
        right.map_or(Ok(Object::not_implemented()), |right| right(self, a, b))
    }

    /// `+` and `*` of sequences.
    fn sequence_operator(
        &self,
        op: BinaryOp,
        a: &Object,
        b: &Object,
        inplace: bool,
    ) -> PyResult<Option<Object>> {
        let (left, right) = (&self.type_of(a).slots, &self.type_of(b).slots);
        match op {
            BinaryOp::Add => {
                let own = if inplace {
                    left.inplace_concat.get()
                } else {
                    None
                };
                own.or(left.concat.get())
                    .map(|concat| concat(self, a, b))
                    .transpose()
            }
            BinaryOp::Multiply => {
                let own = if inplace {
                    left.inplace_repeat.get()
                } else {
                    None
                };
                if let Some(repeat) = own.or(left.repeat.get()) {
                    return repeat(self, a, self.repeat_count(b)?).map(Some);
                }
                match right.repeat.get() {
                    Some(repeat) => repeat(self, b, self.repeat_count(a)?).map(Some),
                    None => Ok(None),
                }
            }
            _ => Ok(None),
        }
    }

    fn repeat_count(&self, count: &Object) -> PyResult<i64> {
        if self.type_of(count).slots.index.get().is_none() {
            let kind = self.type_name(count);
            return Err(self.type_error(format!(
                "can't multiply sequence by non-int of type '{kind}'"
            )));
        }
        let count = self.index_or(count, ErrorKind::OverflowError)?;
        self.charge(count.max(0) as u64 / 1024)?;
        Ok(count)
    }

    /// The `TypeError` of an operator that neither operand supports.
    #[cold]
    pub fn unsupported_operands(
        &self,
        sign: &str,
        suffix: &str,
        a: &Object,
        b: &Object,
    ) -> crate::Raised {
        let sign = match (sign, suffix) {
            ("**", "") => "** or pow()".to_owned(),
            _ => format!("{sign}{suffix}"),
        };
        // Whoever writes `print >> file` has learnt Python 2.
        let is_print = |function: &NativeFunction| function.def.name == "print";
        let hint = match sign == ">>" && a.downcast().is_some_and(is_print) {
            true => ". Did you mean \"print(<message>, file=<output_stream>)\"?",
            false => "",
        };
        self.type_error(format!(
            "unsupported operand type(s) for {sign}: '{}' and '{}'{hint}",
            self.type_name(a),
            self.type_name(b)
        ))
    }

    /// `divmod(a, b)`
    pub fn divmod(&self, a: &Object, b: &Object) -> PyResult {
        for (kind, other) in [(self.type_of(a), b), (self.type_of(b), a)] {
            if let Some(divmod) = kind.slots.divmod.get() {
                let result = divmod(self, a, b)?;
                if !result.is_not_implemented() {
                    return Ok(result);
                }
            }
            if kind.is(self.type_of(other)) {
                break;
            }
        }
        Err(self.unsupported_operands("divmod()", "", a, b))
    }

    /// `-a`, `+a`, `~a`, from the slot that `of` picks.
    fn unary(&self, sign: &str, object: &Object, slot: Option<crate::UnaryFn>) -> PyResult {
        match slot {
            Some(function) => function(self, object),
            None => Err(self.type_error(format!(
                "bad operand type for {sign}: '{}'",
                self.type_name(object)
            ))),
        }
    }

    /// `-object`
    pub fn negative(&self, object: &Object) -> PyResult {
        self.unary("unary -", object, self.type_of(object).slots.negative.get())
    }

    /// `+object`
    pub fn positive(&self, object: &Object) -> PyResult {
        self.unary("unary +", object, self.type_of(object).slots.positive.get())
    }

    /// `~object`
    pub fn invert(&self, object: &Object) -> PyResult {
        self.unary("unary ~", object, self.type_of(object).slots.invert.get())
    }

    /// `abs(object)`
    pub fn absolute(&self, object: &Object) -> PyResult {
        self.unary("abs()", object, self.type_of(object).slots.absolute.get())
    }

    /// `operator.index(object)`: an integer object.
    pub fn index(&self, object: &Object) -> PyResult {
        if object.is_small_int() {
            return Ok(object.clone());
        }
        let kind = self.type_of(object);
        // An integer is its own index: a class derived from `int` is not asked.
        let slots = match kind.is_subtype(self.types.int) {
            true => &self.types.int.slots,
            false => &kind.slots,
        };
        match slots.index.get() {
            Some(index) => {
                let value = index(self, object)?;
                match self.is_instance_of(&value, self.types.int) {
                    true => Ok(value),
                    false => Err(self.type_error(format!(
                        "__index__ returned non-int (type {})",
                        self.type_name(&value)
                    ))),
                }
            }
            None => Err(self.type_error(format!(
                "'{}' object cannot be interpreted as an integer",
                self.type_name(object)
            ))),
        }
    }

    /// `operator.index(object)` as a machine integer; what does not fit raises `kind`.
    /// (An integer of 64 bits comes as the largest or smallest one: as a length or an index
    /// it is as far out of range as its exact value.)
    pub fn index_or(&self, object: &Object, kind: ErrorKind) -> PyResult<i64> {
        let index = self.index(object)?;
        if let Some(value) = index.as_small_int() {
            return Ok(value);
        }
        if let Some(value) = index.as_bool() {
            return Ok(value.into());
        }
        let beyond = self.binary(BinaryOp::RightShift, &index, &Object::int32(63))?;
        match beyond.as_small_int() {
            Some(0) => return Ok(i64::MAX),
            Some(-1) => return Ok(i64::MIN),
            _ => (),
        }
        let message = format!(
            "cannot fit '{}' into an index-sized integer",
            self.type_name(object)
        );
        Err(self.raise(kind, crate::Details::Message(message.into())))
    }

    /// `len(object)`
    pub fn length(&self, object: &Object) -> PyResult<usize> {
        let slots = &self.type_of(object).slots;
        match slots.length.get().or(slots.mapping_length.get()) {
            Some(length) => length(self, object),
            None => Err(self.type_error(format!(
                "object of type '{}' has no len()",
                self.type_name(object)
            ))),
        }
    }

    /// `object[key]` (`PyObject_GetItem`)
    pub fn get_item(&self, object: &Object, key: &Object) -> PyResult {
        let kind = self.type_of(object);
        if let Some(subscript) = kind.slots.subscript.get() {
            return subscript(self, object, key);
        }
        if let Some(item) = kind.slots.item.get() {
            let index = self.sequence_index(object, key)?;
            return item(self, object, index);
        }
        if let Some(class) = object.downcast::<Type>() {
            return self.class_item(class, object, key);
        }
        Err(self.type_error(format!("'{}' object is not subscriptable", kind.name())))
    }

    /// `Class[key]`: `__class_getitem__`.
    fn class_item(&self, class: &Type, object: &Object, key: &Object) -> PyResult {
        if class.is(self.types.type_)
            && let Some(new) = self.types.generic_alias.slots.new.get()
        {
            let args = [object.clone(), key.clone()];
            return new(self, self.types.generic_alias, Args::positional(&args));
        }
        let method = self.find_attribute(object, &self.names.class_getitem)?;
        match method.filter(|method| !method.is_none() || self.version == crate::Version::V310) {
            Some(method) => self.call(&method, std::slice::from_ref(key)),
            None if self.version == crate::Version::V310 => {
                Err(self.type_error("'type' object is not subscriptable"))
            }
            None => Err(self.type_error(format!("type '{}' is not subscriptable", class.name()))),
        }
    }

    /// The number of an item; negative ones count from the end.
    fn sequence_index(&self, object: &Object, key: &Object) -> PyResult<i64> {
        if self.type_of(key).slots.index.get().is_none() {
            let kind = self.type_name(key);
            return Err(self.type_error(format!("sequence index must be integer, not '{kind}'")));
        }
        let index = self.index_or(key, ErrorKind::IndexError)?;
        match self.type_of(object).slots.length.get() {
            Some(length) if index < 0 => Ok(index.saturating_add(length(self, object)? as i64)),
            _ => Ok(index),
        }
    }

    /// `object[key] = value`, or `del object[key]` without a value.
    pub fn set_item(&self, object: &Object, key: &Object, value: Option<&Object>) -> PyResult<()> {
        let kind = self.type_of(object);
        if let Some(set) = kind.slots.set_subscript.get() {
            return set(self, object, key, value);
        }
        if let Some(set) = kind.slots.set_item.get() {
            let index = self.sequence_index(object, key)?;
            return set(self, object, index, value);
        }
        let is_index = self.type_of(key).slots.index.get().is_some();
        let what = match value {
            Some(_) => "does not support item assignment",
            // `PySequence_DelItem` has words of its own.
            None if is_index && (kind.slots.item.get().is_some() || kind.has(Flags::HEAP)) => {
                "doesn't support item deletion"
            }
            None => "does not support item deletion",
        };
        Err(self.type_error(format!("'{}' object {what}", kind.name())))
    }

    /// `item in object` (`PySequence_Contains`)
    pub fn contains(&self, object: &Object, item: &Object) -> PyResult<bool> {
        if let Some(contains) = self.type_of(object).slots.contains.get() {
            return contains(self, object, item);
        }
        self.contains_by_iterating(object, item)
    }

    /// `item in object`, by going through its items (`_PySequence_IterSearch`).
    pub fn contains_by_iterating(&self, object: &Object, item: &Object) -> PyResult<bool> {
        let iterator = match self.iter(object) {
            Err(raised) if raised.lazy_kind() == Some(ErrorKind::TypeError) => {
                let kind = self.type_name(object);
                return Err(self.type_error(format!("argument of type '{kind}' is not iterable")));
            }
            other => other?,
        };
        while let Some(value) = self.next(&iterator)? {
            if self.equal(&value, item)? {
                return Ok(true);
            }
        }
        Ok(false)
    }

    /// `iter(object)` (`PyObject_GetIter`). Sequences with only `__getitem__` need the
    /// iterator that `containers` gives to the type `iterator`.
    pub fn iter(&self, object: &Object) -> PyResult {
        let kind = self.type_of(object);
        let iterator = match kind.slots.iter.get() {
            Some(iter) => iter(self, object)?,
            None if kind.slots.item.get().is_some() => match self.types.iterator.slots.new.get() {
                Some(new) => new(
                    self,
                    self.types.iterator,
                    Args::positional(std::slice::from_ref(object)),
                )?,
                None => return Err(self.not_iterable(object)),
            },
            None => return Err(self.not_iterable(object)),
        };
        if self.type_of(&iterator).slots.next.get().is_none() {
            let kind = self.type_name(&iterator);
            return Err(self.type_error(format!("iter() returned non-iterator of type '{kind}'")));
        }
        Ok(iterator)
    }

    #[cold]
    fn not_iterable(&self, object: &Object) -> crate::Raised {
        self.type_error(format!(
            "'{}' object is not iterable",
            self.type_name(object)
        ))
    }

    /// The next item of an iterator; `None` at its end, whether it returned or raised
    /// `StopIteration`.
    #[inline]
    pub fn next(&self, iterator: &Object) -> PyResult<Option<Object>> {
        match self.type_of(iterator).slots.next.get() {
            Some(next) => match next(self, iterator) {
                Err(raised) if raised.is(self, ErrorKind::StopIteration) => Ok(None),
                other => other,
            },
            None => Err(self.type_error(format!(
                "'{}' object is not an iterator",
                self.type_name(iterator)
            ))),
        }
    }

    /// Runs `body` on every item of an iterable.
    pub fn for_each(
        &self,
        iterable: &Object,
        mut body: impl FnMut(Object) -> PyResult<()>,
    ) -> PyResult<()> {
        // A list or tuple needs no iterator: what one would give is looked up place by place,
        // since the body can change a list.
        if self.is_exact(iterable, self.types.list)
            && let Some(list) = iterable.downcast::<List>()
        {
            let mut place = 0;
            while let Some(item) = list.items.get(place) {
                body(item)?;
                place += 1;
            }
            return Ok(());
        }
        if self.is_exact(iterable, self.types.tuple)
            && let Some(tuple) = iterable.downcast::<Tuple>()
        {
            return tuple.items().iter().try_for_each(|item| body(item.clone()));
        }
        let iterator = self.iter(iterable)?;
        while let Some(item) = self.next(&iterator)? {
            body(item)?;
        }
        Ok(())
    }

    /// All items of an iterable.
    pub fn collect(&self, iterable: &Object) -> PyResult<Vec<Object>> {
        let mut items = Vec::new();
        self.for_each(iterable, |item| {
            // The list that this becomes will count its items; until then the bytes are
            // only checked.
            objects::heap().check(size_of::<Object>() * (items.len() + 1))?;
            items.push(item);
            Ok(())
        })?;
        Ok(items)
    }

    /// `callable(*args)`
    #[inline]
    pub fn call(&self, callable: &Object, args: &[Object]) -> PyResult {
        self.call_with(callable, Args::positional(args))
    }

    /// `callable(*args, **keywords)`
    #[inline]
    pub fn call_with(&self, callable: &Object, args: Args<'_>) -> PyResult {
        match self.type_of(callable).slots.call.get() {
            Some(call) => {
                // The call itself counts when it runs a frame, not here.
                self.check_stack(" while calling a Python object")?;
                call(self, callable, args)
            }
            None => Err(self.type_error(format!(
                "'{}' object is not callable",
                self.type_name(callable)
            ))),
        }
    }

    /// `object.name(*args)`
    pub fn call_method(&self, object: &Object, name: &Name, args: &[Object]) -> PyResult {
        let method = self.get_method(object, name)?;
        self.call_found(object, method, args)
    }

    /// Calls what [`Thread::get_method`] or [`Thread::special_method`] found on an object.
    pub fn call_found(&self, object: &Object, method: Method, args: &[Object]) -> PyResult {
        match method {
            Method::Bound(callable) => self.call(&callable, args),
            // Special methods take one argument more, mostly, or none.
            Method::Unbound(function) => match args {
                [] => self.call(&function, std::slice::from_ref(object)),
                [one] => Object::side_by_side([object, one], |all| self.call(&function, all)),
                [one, two] => {
                    Object::side_by_side([object, one, two], |all| self.call(&function, all))
                }
                _ => {
                    let mut all = Vec::with_capacity(args.len() + 1);
                    all.push(object.clone());
                    all.extend_from_slice(args);
                    self.call(&function, &all)
                }
            },
        }
    }

    /// Is the object callable?
    pub fn is_callable(&self, object: &Object) -> bool {
        self.type_of(object).slots.call.get().is_some()
    }

    /// The text of an object that must be a string, or a `TypeError`.
    pub fn str_argument<'a>(&self, object: &'a Object, what: &str) -> PyResult<&'a Str> {
        as_str(object).ok_or_else(|| {
            self.type_error(format!(
                "{what} must be str, not {}",
                self.type_name(object)
            ))
        })
    }
}
