// The colour that a host chooses, made readable: hosts choose colours that cannot be read.

const WANTED = "--readiness-check-accent";
/** The least contrast of text, WCAG 2.2, 1.4.3. */
const CONTRAST = 4.5;
/** What lies behind the colour in each theme (--ground and --tint of the styles), where it goes when it is too weak, and its share in the tint made of it. */
const THEMES = {
  light: { grounds: [[255, 255, 255], [244, 247, 250]], pole: [0, 0, 0], share: 0.1 },
  dark: { grounds: [[21, 29, 38], [28, 38, 49]], pole: [255, 255, 255], share: 0.16 },
};
const STEPS = 25;

const mixed = (one, other, share) => one.map((part, index) => Math.round(part + (other[index] - part) * share));
const written = (colour) => `rgb(${colour.join(", ")})`;

function luminance(colour) {
  const [red, green, blue] = colour.map((part) => (part <= 10.31475 ? part / 3294.6 : ((part / 255 + 0.055) / 1.055) ** 2.4));
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** From 1 to 21. */
export function contrast(one, other) {
  const [darker, lighter] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (lighter + 0.05) / (darker + 0.05);
}

/** The nearest colour to `wanted` that can be read on every ground of a theme, and the tint made of it. */
export function readable(wanted, theme) {
  const { grounds, pole, share } = THEMES[theme];
  for (let step = 0; ; step += 1) {
    const accent = mixed(wanted, pole, step / STEPS);
    const tint = mixed(grounds[0], accent, share);
    if (step === STEPS || [...grounds, tint].every((ground) => contrast(accent, ground) >= CONTRAST)) return { accent, tint };
  }
}

/** The red, green and blue of a colour, as the browser reads it; null if it knows none of that kind. */
function parts(mount, colour) {
  if (!CSS.supports("color", colour)) return null;
  mount.style.color = colour;
  const [, alpha, list] = getComputedStyle(mount).color.match(/^rgb(a?)\((.*)\)$/) ?? [];
  mount.style.color = "";
  return list && !alpha ? list.split(",").map(Number) : null;
}

/** Takes the host's colour, in both themes. Without one, or with one that is none or is seen through, the widget keeps its own. */
export function takeAccent(mount) {
  const wanted = getComputedStyle(mount).getPropertyValue(WANTED).trim();
  const colour = wanted && parts(mount, wanted);
  for (const theme of Object.keys(THEMES)) {
    const own = colour && readable(colour, theme);
    for (const part of ["accent", "tint"]) {
      if (own) mount.style.setProperty(`--${theme}-${part}`, written(own[part]));
      else mount.style.removeProperty(`--${theme}-${part}`);
    }
  }
}
