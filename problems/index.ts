/** The registry: one line per problem; the export's name is its name everywhere. */
export {}
