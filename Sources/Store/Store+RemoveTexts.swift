extension Store {
    /// Removes the texts of all items: questions, targets and options. Keys, numbers of options and facets stay.
    public func removeItemTexts() throws {
        try database.execute("UPDATE items SET question = NULL, targets = NULL, options = NULL")
    }
}
