/** The markup of a drawing holds what no drawing of this app has: a script, an address, an unknown element. */
export class ForeignMarkup extends Error {}
