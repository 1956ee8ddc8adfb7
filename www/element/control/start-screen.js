// What an element shows until its widget is drawn: the start screen, or room for what comes; and the styles of its root.

/**
 * For an `element` with its `root`: `early` is the start screen that is there already, if one is. `leave` is called when what
 * the root held before is gone, and `isMounted` says whether there is a widget.
 */
export function startScreen({ element, root, files, start }, early, leave, isMounted) {
  /** The styles that the root has by now. */
  let css = null;

  /** Gives a root, or the page of a frame, the styles. */
  const style = (node, window = globalThis) => start.style(node, window, css, files.address("css"));

  /** Nothing but this node is shown any more. */
  function leaveOnly(node) {
    leave();
    start.alone(node, root);
  }

  return {
    style,
    leaveOnly,

    /**
     * Shows the start screen, with styles of its own; unseen where the visitor does not begin with it. `isCurrent` says whether
     * it is still wanted.
     */
    async show(now, seen, isCurrent) {
      css = css ?? start.css;
      const isThere = early?.box.isConnected && early.seen && seen && early.lang === now.lang;
      if (!isThere) {
        await style(root);
        if (!isCurrent() || isMounted()) return;
        const next = await start.showStart(root, files.address("css"), { ...now, seen });
        // One that was overtaken stays until the next is there: somebody may have pressed something on it.
        if (!element.isConnected || isMounted() || (early && !isCurrent())) {
          next.box.remove();
          return;
        }
        early?.handOver(next.place);
        early = next;
        leaveOnly(early.box);
      }
      early.place.dataset.theme = now.theme;
      // What is heavy does not compete with the first picture.
      if (seen) await early.isPainted;
    },

    /** Gives the root all styles. */
    async styleAll() {
      css = JSON.parse(await files.text("looks"));
      await style(root);
    },

    /** In another document the styles must be made anew. */
    adopted: () => css && style(root, element.ownerDocument.defaultView),

    /**
     * Gives the track that was pressed on the start screen, if one was: then the start is left before it is drawn, and nothing
     * of it comes along.
     */
    takeTrack() {
      const track = early?.chosen();
      if (track) early = null;
      return track;
    },

    /** Whether the visitor sees the start screen. */
    isSeen: () => !!early?.seen,

    /** Does in the widget what was done on the start screen. */
    handOver(place) {
      early?.handOver(place);
      early = null;
    },

    forget() {
      early = null;
    },
  };
}
