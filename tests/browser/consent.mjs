// The dialog in which the visitor lets the page read the answers.

/** What opens the dialog, and what withdraws the agreement: one button in one place. */
export const OPENER = ".consent > div > button";
const [AGREE, REFUSE] = [".consent .actions button:first-child", ".consent .actions button:last-child"];

export const isOpen = (visit) => visit.run(({ one }) => one("dialog")?.hasAttribute("open") ?? false);

/** Opens the dialog on the result and waits until the focus is in it. */
export async function open(visit) {
  await visit.until("all of the result is drawn", ({ one }) => !!one(".consent"));
  if (!(await visit.run(({ one }) => one(".consent").open))) await visit.click(".consent > summary");
  await visit.click(OPENER);
  await visit.until("the dialog has the focus", ({ root }) => root.activeElement?.id === "consent-title");
}

export const closed = (visit) =>
  visit.until("the dialog is closed and the button has the focus", ({ one, root }, opener) => !one("dialog[open]") && root.activeElement === one(opener), OPENER);

export const clickAgree = (visit) => visit.click(AGREE);
export const clickRefuse = (visit) => visit.click(REFUSE);

/** Agrees, from the result. */
export async function agree(visit) {
  await open(visit);
  await clickAgree(visit);
  await visit.until("the page may read", ({ element }) => element.answers !== null);
}
