/** The registry: one line per solver or strategy; the export's name is its name everywhere. */
export {}
