export { default } from "../vanilla/adapter.mjs";
