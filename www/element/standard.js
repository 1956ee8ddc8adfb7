// How an element names its standard: by an id of this build, or by an address of its host.

export const DEFAULT_STANDARD = "ningbo-3511-2018";
export const isUrl = (standard) => /[/.]/.test(standard);
