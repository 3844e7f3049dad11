// The Analysis room.
