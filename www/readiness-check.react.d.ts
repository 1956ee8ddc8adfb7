// The same module, and what JSX of React 19 has to know: `import "readiness-check/react"`.

import type { DetailedHTMLProps, HTMLAttributes } from "react";
import type { AnswerDocument, ReadinessCheckElement } from "./readiness-check.js";

export * from "./readiness-check.js";

export interface ReadinessCheckProps extends DetailedHTMLProps<HTMLAttributes<ReadinessCheckElement>, ReadinessCheckElement> {
  standard?: string;
  storage?: "local" | "session" | "none";
  "storage-key"?: string;
  theme?: "auto" | "light" | "dark";
  /** Taken whenever it is another object than before: keep it in a state or outside of the component. */
  answers?: AnswerDocument;
  "onreadiness-ready"?: (event: HTMLElementEventMap["readiness-ready"]) => void;
  "onreadiness-change"?: (event: HTMLElementEventMap["readiness-change"]) => void;
  "onreadiness-complete"?: (event: HTMLElementEventMap["readiness-complete"]) => void;
  "onreadiness-error"?: (event: HTMLElementEventMap["readiness-error"]) => void;
}

declare module "react" {
  namespace JSX {
    interface IntrinsicElements {
      "readiness-check": ReadinessCheckProps;
    }
  }
}
