//! Where does `object.name` come from? Attribute lookup: the type's method resolution
//! order, the object's own attributes, descriptors.

use crate::dict::Dict;
use crate::interpreter::CacheEntry;
use crate::kind::{Flags, Type};
use crate::name::Name;
use crate::raised::{Details, ErrorKind, PyResult, Raised};
use crate::thread::Thread;
use objects::{Header, InstancePrefix, Object, Owned};

/// What calling a method needs.
pub enum Method {
    /// A function that takes the object as its first argument: no bound method.
    Unbound(Object),
    /// A callable that needs no more.
    Bound(Object),
}

impl Thread {
    /// Looks a name up on a type (`_PyType_Lookup`).
    #[inline]
    pub fn lookup(&self, kind: &Type, name: &Name) -> Option<Object> {
        let version = kind.version();
        if version != 0 {
            let entry = self.cache_entry(version, name).get();
            if entry.version == version && entry.name == name.object().word() {
                if entry.value == 0 {
                    return None;
                }
                // SAFETY: the type still has the version under which the value was
                // found in its namespaces: they have not changed, and still hold it.
                return Some(unsafe { Object::borrow_word(&raw const entry.value) }.clone());
            }
        }
        self.lookup_slowly(kind, name)
    }

    #[cold]
    fn lookup_slowly(&self, kind: &Type, name: &Name) -> Option<Object> {
        let value = kind.find_in_mro(name);
        if self.assign_version(kind) {
            let version = kind.version();
            // The name stays alive too: the intern table holds it.
            self.cache_entry(version, name).set(CacheEntry {
                version,
                own: 0,
                name: name.object().word(),
                value: value.as_ref().map_or(0, Object::word),
            });
        }
        value
    }

    /// What is cached of a name on a type, if something is.
    #[inline(always)]
    fn cached(&self, kind: &Type, name: &Name) -> Option<CacheEntry> {
        let version = kind.version();
        let entry = self.cache_entry(version, name).get();
        let known = version != 0 && entry.version == version && entry.name == name.object().word();
        known.then_some(entry)
    }

    /// Notes where the type's instances have an attribute of their own, if it has none itself.
    fn note_place(&self, kind: &Type, name: &Name, index: usize) {
        if let Some(entry) = self.cached(kind, name).filter(|entry| entry.value == 0) {
            let own = index as u32 + 1;
            self.cache_entry(kind.version(), name)
                .set(CacheEntry { own, ..entry });
        }
    }

    /// Notes that no instance of the type hides what the type has under that name, if that is
    /// of a type that never changes.
    fn note_unhidden(&self, object: &Object, name: &Name, value: &Object) {
        let kind = self.type_of(object);
        let keys = &kind.shared_keys;
        if !self.type_of(value).has(Flags::HEAP)
            && keys.find_name(name).is_none()
            && let Some(entry) = self.cached(kind, name)
        {
            let own = CacheEntry::HIDDEN_BY_NONE | keys.len() as u32;
            self.cache_entry(kind.version(), name)
                .set(CacheEntry { own, ..entry });
        }
    }

    /// An attribute that only the object has itself, or only its type, and that no call gets,
    /// if it is known where it is. For types whose lookup is the generic one.
    #[inline(always)]
    pub fn known_attribute(&self, object: &Object, name: &Name) -> Option<Object> {
        let header = object.header()?;
        let entry = self.cached(Type::of_header(header), name)?;
        match entry.index() {
            // Once there is a `__dict__`, the values are empty.
            Some(index) => header.instance()?.values().get(index),
            None => {
                let value = known_unhidden(object, header, &entry)?;
                let get = self.type_of(value).slots.descriptor_get.get();
                get.is_none().then(|| value.clone())
            }
        }
    }

    /// Where an attribute is stored that objects of this type have themselves, if that is
    /// known: without a call.
    #[inline(always)]
    pub fn known_place<'a>(
        &self,
        object: &'a Object,
        name: &Name,
    ) -> Option<(&'a InstancePrefix, u16)> {
        let header = object.header()?;
        let kind = Type::of_header(header);
        let index = self.cached(kind, name)?.index()?;
        let instance = header.instance()?;
        let plain = kind.slots.set_attribute.get().is_some_and(|set| {
            std::ptr::fn_addr_eq(set, generic_set_attribute as crate::SetAttributeFn)
        });
        let inline = kind.head().has_inline_values() && instance.dict.is_empty();
        (plain && inline).then_some((instance, index))
    }

    /// A method of the object's type that takes the object as its first argument, if that is
    /// known: without a call.
    #[inline(always)]
    pub fn known_method(&self, object: &Object, name: &Name) -> Option<Object> {
        let header = object.header()?;
        let entry = self.cached(Type::of_header(header), name)?;
        let value = known_unhidden(object, header, &entry)?;
        let kind = self.type_of(value);
        kind.has(Flags::METHOD_DESCRIPTOR).then(|| value.clone())
    }

    /// Gives a type and its bases versions, if they have none; false if there are no more.
    pub fn assign_version(&self, kind: &Type) -> bool {
        if kind.version() != 0 {
            return true;
        }
        if kind.has(Flags::UNVERSIONED) {
            return false;
        }
        // A version speaks for the bases too, so they need one: a change to a base resets
        // the versions of the classes under it.
        for base in kind.bases() {
            if !self.assign_version(&base) {
                return false;
            }
        }
        kind.set_version(self.fresh_version());
        kind.version() != 0
    }

    /// Gets an attribute.
    #[inline]
    pub fn get_attribute(&self, object: &Object, name: &Name) -> PyResult {
        match self.type_of(object).slots.get_attribute.get() {
            Some(get) => get(self, object, name).map_err(|raised| self.asked(raised, object, name)),
            None => Err(self.attribute_error(object, name)),
        }
    }

    /// An `AttributeError` learns which attribute was asked for, for the suggestion that may
    /// be made (`set_attribute_error_context`).
    #[cold]
    fn asked(&self, raised: Raised, object: &Object, name: &Name) -> Raised {
        match raised.lazy_kind() {
            Some(ErrorKind::AttributeError) => match raised.into_lazy() {
                Ok(lazy) => match &lazy.details {
                    Details::Message(message) => {
                        self.attribute_error_with(message.to_string(), object, name)
                    }
                    _ => Raised::lazy(lazy),
                },
                Err(exception) => Raised::exception(exception.unwrap_or(Object::none())),
            },
            Some(_) => raised,
            None => {
                if let Some(exception) = raised.object()
                    && raised.is(self, ErrorKind::AttributeError)
                {
                    (self.hooks.attribute_asked.get())(self, exception, object, name);
                }
                raised
            }
        }
    }

    /// Gets an attribute, or `None` if there is no such one (`_PyObject_LookupAttr`).
    pub fn find_attribute(&self, object: &Object, name: &Name) -> PyResult<Option<Object>> {
        let found = match self.is_generic(object) {
            true => self.find_generic_attribute(object, name),
            false => self.get_attribute(object, name).map(Some),
        };
        match found {
            Ok(value) => Ok(value),
            Err(raised) if raised.is(self, ErrorKind::AttributeError) => Ok(None),
            Err(raised) => Err(raised),
        }
    }

    /// Are the attributes of an object found by the generic lookup, and by nothing else?
    #[inline]
    pub fn is_generic(&self, object: &Object) -> bool {
        has_plain_lookup(self.type_of(object))
    }

    /// Sets an attribute, or deletes it without a value.
    #[inline]
    pub fn set_attribute(
        &self,
        object: &Object,
        name: &Name,
        value: Option<&Object>,
    ) -> PyResult<()> {
        match self.type_of(object).slots.set_attribute.get() {
            Some(set) => set(self, object, name, value),
            None => self.set_generic_attribute(object, name, value),
        }
    }

    /// `descriptor.__get__(instance, owner)` if the object is a descriptor.
    #[inline]
    pub fn bind(&self, value: Object, instance: Option<&Object>, owner: &Object) -> PyResult {
        match self.type_of(&value).slots.descriptor_get.get() {
            Some(get) => get(self, &value, instance, owner),
            None => Ok(value),
        }
    }

    /// An object's own attribute, without asking its type. Where it lies is noted for
    /// [`Thread::known_attribute`].
    pub fn own_attribute(&self, object: &Object, name: &Name) -> Option<Object> {
        let kind = self.type_of(object);
        if let Some(instance) = object.header().and_then(|header| header.instance()) {
            if let Some(dict) = instance.dict.get() {
                return dict.downcast::<Dict>()?.get_name(name);
            }
            let index = kind.shared_keys.find_name(name)?;
            self.note_place(kind, name, index);
            return instance.values().get(u16::try_from(index).ok()?);
        }
        let place = kind.slots.dict_place.get()?(object)?;
        place.get()?.downcast::<Dict>()?.get_name(name)
    }

    /// The generic lookup (`_PyObject_GenericGetAttrWithDict`): data descriptor, own
    /// attribute, other descriptor, class attribute.
    pub fn find_generic_attribute(&self, object: &Object, name: &Name) -> PyResult<Option<Object>> {
        if let Some(value) = self.known_attribute(object, name) {
            return Ok(Some(value));
        }
        let kind = self.type_of(object);
        let class_value = self.lookup(kind, name);
        let get = class_value.as_ref().and_then(|value| {
            let slots = &self.type_of(value).slots;
            slots
                .descriptor_get
                .get()
                .map(|get| (get, slots.descriptor_set.get().is_some()))
        });
        if let (Some(value), Some((get, true))) = (&class_value, get) {
            return get(self, value, Some(object), kind.object().as_object()).map(Some);
        }
        if let Some(value) = self.own_attribute(object, name) {
            return Ok(Some(value));
        }
        match (&class_value, get) {
            (Some(value), Some((get, _))) => {
                get(self, value, Some(object), kind.object().as_object()).map(Some)
            }
            (Some(value), None) => {
                self.note_unhidden(object, name, value);
                Ok(class_value)
            }
            _ => Ok(None),
        }
    }

    /// Finds what `object.name(…)` calls, without making a bound method where the function
    /// takes the object as its first argument anyway (`_PyObject_GetMethod`).
    #[inline]
    pub fn get_method(&self, object: &Object, name: &Name) -> PyResult<Method> {
        if let Some(function) = self.known_method(object, name) {
            return Ok(Method::Unbound(function));
        }
        if !self.is_generic(object) {
            return self.get_attribute(object, name).map(Method::Bound);
        }
        let kind = self.type_of(object);
        let class_value = self.lookup(kind, name);
        if let Some(value) = &class_value {
            let descriptor = self.type_of(value);
            if descriptor.has(Flags::METHOD_DESCRIPTOR) {
                return Ok(match self.own_attribute(object, name) {
                    Some(own) => Method::Bound(own),
                    None => {
                        self.note_unhidden(object, name, value);
                        Method::Unbound(value.clone())
                    }
                });
            }
        }
        match self.find_generic_attribute(object, name)? {
            Some(value) => Ok(Method::Bound(value)),
            None => Err(self.attribute_error(object, name)),
        }
    }

    /// Looks a special method up on the type and binds it (`lookup_maybe_method`).
    pub fn special_method(&self, object: &Object, name: &Name) -> PyResult<Option<Method>> {
        let kind = self.type_of(object);
        let Some(value) = self.lookup(kind, name) else {
            return Ok(None);
        };
        if self.type_of(&value).has(Flags::METHOD_DESCRIPTOR) {
            return Ok(Some(Method::Unbound(value)));
        }
        let owner = kind.object();
        self.bind(value, Some(object), owner.as_object())
            .map(|bound| Some(Method::Bound(bound)))
    }

    /// The generic assignment (`_PyObject_GenericSetAttrWithDict`).
    pub fn set_generic_attribute(
        &self,
        object: &Object,
        name: &Name,
        value: Option<&Object>,
    ) -> PyResult<()> {
        let kind = self.type_of(object);
        let descriptor = self.lookup(kind, name);
        if let Some(descriptor) = &descriptor
            && let Some(set) = self.type_of(descriptor).slots.descriptor_set.get()
        {
            return set(self, descriptor, object, value);
        }
        if let Some(instance) = object.header().and_then(|header| header.instance()) {
            return self.set_instance_attribute(object, instance, name, value);
        }
        if let Some(place) = kind.slots.dict_place.get().and_then(|place| place(object)) {
            if place.is_empty() {
                place.set(Dict::new(self.types.dict)?.into_object());
            }
            let dict = place.get();
            let dict = dict.as_ref().and_then(|dict| dict.downcast::<Dict>());
            return match dict {
                Some(dict) => self.set_in_dict(object, dict, name, value),
                None => Err(self.attribute_error(object, name)),
            };
        }
        let kind_name = kind.name();
        Err(match descriptor {
            None => self.attribute_error(object, name),
            Some(_) => self.attribute_error_with(
                format!("'{kind_name}' object attribute '{name}' is read-only"),
                object,
                name,
            ),
        })
    }

    fn set_in_dict(
        &self,
        object: &Object,
        dict: &Dict,
        name: &Name,
        value: Option<&Object>,
    ) -> PyResult<()> {
        match value {
            Some(value) => Ok(dict.set_name(name, value.clone())?),
            None if dict.remove_name(name) => Ok(()),
            None => Err(self.missing_attribute(object, name)),
        }
    }

    /// 3.10's and 3.11's message for deleting what is not there is the bare name.
    fn missing_attribute(&self, object: &Object, name: &Name) -> crate::Raised {
        let message = match self.version {
            crate::Version::V310 => name.to_string(),
            crate::Version::V311 => {
                format!(
                    "'{}' object has no attribute '{name}'",
                    self.type_name(object)
                )
            }
        };
        self.attribute_error_with(message, object, name)
    }

    fn set_instance_attribute(
        &self,
        object: &Object,
        instance: &InstancePrefix,
        name: &Name,
        value: Option<&Object>,
    ) -> PyResult<()> {
        if let Some(dict) = instance.dict.get() {
            let Some(dict) = dict.downcast::<Dict>() else {
                return Ok(());
            };
            return self.set_in_dict(object, dict, name, value);
        }
        let kind = self.type_of(object);
        if !kind.head().has_inline_values() && value.is_some() {
            let dict = self.instance_dict(object, instance)?;
            return self.set_in_dict(object, &dict, name, value);
        }
        let index = match (kind.shared_keys.find_name(name), value) {
            (Some(index), _) => {
                self.note_place(kind, name, index);
                index
            }
            (None, None) => return Err(self.missing_attribute(object, name)),
            (None, Some(value)) => match kind.share_key(name)? {
                Some(index) => index,
                None => {
                    return Ok(self
                        .instance_dict(object, instance)?
                        .set_name(name, value.clone())?);
                }
            },
        };
        let old = instance.values().replace(index as u8, value.cloned())?;
        match (old, value) {
            (None, None) => Err(self.missing_attribute(object, name)),
            _ => Ok(()),
        }
    }

    /// The `__dict__` of an instance, made now if need be: from then on its attributes
    /// live there.
    pub fn instance_dict(
        &self,
        object: &Object,
        instance: &InstancePrefix,
    ) -> PyResult<Owned<Dict>> {
        if let Some(dict) = instance.dict.get().and_then(|dict| dict.into_owned().ok()) {
            return Ok(dict);
        }
        let keys = &self.type_of(object).shared_keys;
        let dict = Dict::new(self.types.dict)?;
        for index in instance.values().order() {
            if let (Some(name), Some(value)) = (
                keys.key(index.into()).and_then(Name::new),
                instance.values().get(index.into()),
            ) {
                dict.set_name(&name, value)?;
            }
        }
        dict.table.split_from(self.type_of(object));
        instance.dict.set(dict.clone().into_object());
        instance.values().clear();
        Ok(dict)
    }
}

/// What the type has under a name and no attribute of the object itself hides, by the entry of
/// the cache for this type, if that says so.
#[inline(always)]
fn known_unhidden<'a>(
    object: &Object,
    header: &Header,
    entry: &'a CacheEntry,
) -> Option<&'a Object> {
    let kind = Type::of_header(header);
    if entry.own != CacheEntry::HIDDEN_BY_NONE | kind.shared_keys.len() as u32
        || !has_plain_lookup(kind)
    {
        return None;
    }
    let dict = match header.instance() {
        Some(instance) => Some(&instance.dict),
        None => kind.slots.dict_place.get().and_then(|place| place(object)),
    };
    if dict.is_some_and(|dict| !dict.is_empty()) {
        return None;
    }
    // SAFETY: the type has the version under which it held the value.
    (entry.value != 0).then(|| unsafe { Object::borrow_word(&raw const entry.value) })
}

/// Are the attributes of the type's objects found by the generic lookup, and by nothing else?
#[inline(always)]
fn has_plain_lookup(kind: &Type) -> bool {
    kind.slots.get_attribute.get().is_some_and(|get| {
        std::ptr::fn_addr_eq(get, generic_get_attribute as crate::GetAttributeFn)
    })
}

/// The `get_attribute` slot of ordinary types.
pub(crate) fn generic_get_attribute(t: &Thread, object: &Object, name: &Name) -> PyResult {
    match t.find_generic_attribute(object, name)? {
        Some(value) => Ok(value),
        None => Err(t.attribute_error(object, name)),
    }
}

/// The `set_attribute` slot of ordinary types.
pub(crate) fn generic_set_attribute(
    t: &Thread,
    object: &Object,
    name: &Name,
    value: Option<&Object>,
) -> PyResult<()> {
    t.set_generic_attribute(object, name, value)
}

/// Fills the slots of `object` that have to do with attributes.
pub(crate) fn install(object: &Type) {
    object.slots.get_attribute.set(Some(generic_get_attribute));
    object.slots.set_attribute.set(Some(generic_set_attribute));
}
