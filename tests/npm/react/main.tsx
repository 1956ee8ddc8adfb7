import "readiness-check/react";
import { StrictMode, useRef, useState } from "react";
import { createRoot } from "react-dom/client";
import type { AnswerDocument, ReadinessCheckElement } from "readiness-check/react";

const GIVEN: AnswerDocument = {
  format: "readiness-check/answers",
  version: 1,
  standard: "ningbo-3511-2018",
  track: "discrete",
  answers: { "equipment-kinds": 8, "equipment-sets": 8, "invention-patents-granted": 1 },
};

function Page() {
  const [answers, setAnswers] = useState<AnswerDocument>();
  const [heard, setHeard] = useState<string[]>([]);
  const element = useRef<ReadinessCheckElement>(null);
  const say = (words: string) => setHeard((before) => [...before, words]);
  return (
    <>
      <button id="give" onClick={() => setAnswers(GIVEN)}>Give answers</button>
      <button id="reset" onClick={() => element.current?.reset()}>Start over</button>
      <output id="heard">{heard.join("; ")}</output>
      <readiness-check
        ref={element}
        className="check"
        standard="ningbo-3511-2018"
        theme="light"
        answers={answers}
        onreadiness-ready={(event) => say(`readiness-ready ${event.detail.standard}`)}
        onreadiness-change={(event) => say(`readiness-change ${event.detail.answered}`)}
        onreadiness-error={(event) => say(`readiness-error ${event.detail.code}`)}
      >
        <p>Self-check</p>
      </readiness-check>
    </>
  );
}

createRoot(document.getElementById("root")!).render(
  <StrictMode>
    <Page />
  </StrictMode>,
);
