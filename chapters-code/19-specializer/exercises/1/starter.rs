/// The counter of a site whose attempt has failed: the upper twelve bits count executions down
/// to the next attempt, the lower four hold the exponent. A failure raises the exponent by
/// one, up to twelve; the site then waits for 2ᵉ − 1 executions.
pub fn after_failure(counter: u16) -> u16 {
    // Every failure should make the wait longer.
    counter
}
