// What the types must refuse.

import "readiness-check/react";

// @ts-expect-error: no such theme
export const theme = <readiness-check theme="blue" />;
// @ts-expect-error: no document of answers
export const answers = <readiness-check answers={{ "equipment-kinds": 8 }} />;
// @ts-expect-error: no such attribute
export const attribute = <readiness-check colour="red" />;
// @ts-expect-error: its detail holds no answers
export const event = <readiness-check onreadiness-change={(event) => event.detail.answers} />;
