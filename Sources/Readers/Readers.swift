// The Readers room.
