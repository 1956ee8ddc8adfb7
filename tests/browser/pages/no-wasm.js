import * as functions from "/readiness-check.js";

window.functions = functions;
