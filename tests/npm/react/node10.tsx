// Older set-ups resolve without "exports": each name of the package has its types there too.
import { ready } from "readiness-check";
import "readiness-check/react";
import * as plain from "readiness-check/plain";

export const page = <readiness-check lang="en" theme="dark" onreadiness-change={(event) => event.detail.answered.toFixed()} />;
export const same: typeof ready = plain.ready;
// @ts-expect-error: no such theme
export const wrong = <readiness-check theme="pink" />;
