//! Names that news readers know without being told; the gazetteer is made of them, of the countries, and of public lists.

/// Authorities, agencies, newspapers, exchanges and clubs, separated by ";".
pub const ORGANIZATIONS: &str = include_str!("organizations.txt");

/// Places beyond the countries of the table in `country`: continents, states, provinces, regions, seas; separated by ";".
pub const PLACES: &str = include_str!("places.txt");

/// Indices, currencies, awards, events, programmes: names that are neither people, organisations nor places; separated by ";".
pub const OTHERS: &str = include_str!("others.txt");

/// The names of a list, without line ends.
pub fn names(list: &'static str) -> impl Iterator<Item = &'static str> {
    list.split([';', '\n']).map(str::trim).filter(|name| !name.is_empty() && !name.starts_with('#'))
}
