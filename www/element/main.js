// The element and the functions; the loader fetches this part when somebody is about to use them.

export { control } from "./control.js";
export { assess, check, checkDigits, decode, describe, encode, openFile, plan, ready, standards } from "./functions.js";
