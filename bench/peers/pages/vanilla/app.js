// The baseline: written by hand, without a framework.

import questionnaire from "../../questionnaire.json";
import { mountForm } from "../shared/form.js";
import { score } from "../shared/score.js";

mountForm(questionnaire, document.getElementById("app"), (answers) => score(questionnaire, answers));
