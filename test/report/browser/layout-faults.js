// Runs in a page: an expression that gives what a reader would see go wrong there, as lines.
(() => {
  const faults = new Set();
  const told = (node) => {
    const text = (node.textContent ?? '').replace(/\s+/g, ' ').trim();
    return text.length > 60 ? `${text.slice(0, 60)}…` : text;
  };
  const root = document.documentElement;
  if (root.scrollWidth > root.clientWidth) {
    const wide = [...document.body.querySelectorAll('*')].filter(
      (element) =>
        element.getBoundingClientRect().right > root.clientWidth + 1 && !scroller(element.parentElement),
    );
    faults.add(
      `the page is ${root.scrollWidth} wide on ${root.clientWidth}: ${wide.slice(0, 3).map((element) => `${element.tagName} ${told(element)}`)}`,
    );
  }

  /** The nearest box, from an element outwards, that can be scrolled, or hides what does not fit. */
  function scroller(element) {
    for (let box = element; box !== null && box !== root && box !== document.body; box = box.parentElement) {
      if (getComputedStyle(box).overflowX !== 'visible') return box;
    }
    return undefined;
  }

  /** For the ears alone. */
  function isUnseen(element) {
    for (let box = element; box !== null; box = box.parentElement) {
      const { width, height } = box.getBoundingClientRect();
      const style = getComputedStyle(box);
      if (style.position === 'absolute' && (width <= 1 || height <= 1)) return true;
      if (style.visibility === 'hidden' || style.opacity === '0') return true;
    }
    return !element.checkVisibility();
  }

  // Where each text stands, line by line, and what of it can be seen.
  const seen = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    const element = node.parentElement;
    if (element === null || node.data.trim() === '' || isUnseen(element)) continue;
    const range = document.createRange();
    range.selectNodeContents(node);
    const box = scroller(element);
    const clip = box?.getBoundingClientRect();
    for (const rect of range.getClientRects()) {
      if (rect.width < 1) continue;
      const [left, right] = [
        Math.max(rect.left, clip?.left ?? 0),
        Math.min(rect.right, clip?.right ?? Infinity),
      ];
      if (right - left < 1) continue;
      // Fonts claim more above and below than their letters fill.
      const spare = rect.height * 0.22;
      seen.push({ node, element, left, right, top: rect.top + spare, bottom: rect.bottom - spare });
    }
    if (box !== undefined) {
      const style = getComputedStyle(box);
      const hides = style.overflowX === 'hidden' || style.overflowX === 'clip';
      if (hides && (box.scrollWidth > box.clientWidth + 1 || box.scrollHeight > box.clientHeight + 1)) {
        faults.add(`clipped: ${told(box)}`);
      }
    }
  }
  seen.sort((a, b) => a.top - b.top);
  for (const [at, one] of seen.entries()) {
    for (let next = at + 1; next < seen.length && seen[next].top < one.bottom - 1; next += 1) {
      const other = seen[next];
      const wide = Math.min(one.right, other.right) - Math.max(one.left, other.left);
      const high = Math.min(one.bottom, other.bottom) - Math.max(one.top, other.top);
      if (wide > 1 && high > 1 && one.node !== other.node) {
        faults.add(`overlap: ${told(one.node)} / ${told(other.node)}`);
      }
    }
  }

  // Pictures: nothing outside them, letters of a size to read, and marks that leave the words alone.
  for (const picture of document.querySelectorAll('svg')) {
    const frame = picture.getBoundingClientRect();
    if (frame.width === 0) continue;
    const scale = frame.width / (picture.viewBox.baseVal.width || frame.width);
    const marks = [...picture.querySelectorAll('circle, polygon')].map((mark) =>
      mark.getBoundingClientRect(),
    );
    for (const text of picture.querySelectorAll('text')) {
      const rect = text.getBoundingClientRect();
      const size = Number.parseFloat(getComputedStyle(text).fontSize) * scale;
      if (size < 9) faults.add(`letters of ${size.toFixed(1)} pixels: ${told(text)}`);
      const out = [
        frame.left - rect.left,
        rect.right - frame.right,
        frame.top - rect.top,
        rect.bottom - frame.bottom,
      ];
      if (Math.max(...out) > 2)
        faults.add(`out of its picture by ${Math.max(...out).toFixed(1)}: ${told(text)}`);
      const spare = rect.height * 0.22;
      const covered = marks.some(
        (mark) =>
          Math.min(mark.right, rect.right) - Math.max(mark.left, rect.left) > 1 &&
          Math.min(mark.bottom, rect.bottom - spare) - Math.max(mark.top, rect.top + spare) > 1,
      );
      if (covered) faults.add(`a mark covers: ${told(text)}`);
    }
  }

  // What scrolls can be reached by keys, and says what it is.
  for (const box of document.body.querySelectorAll('*')) {
    const scrolls = /auto|scroll/.test(getComputedStyle(box).overflowX) && box.scrollWidth > box.clientWidth;
    if (
      scrolls &&
      (box.tabIndex < 0 || !box.hasAttribute('role') || !/label/.test(box.getAttributeNames().join()))
    ) {
      faults.add(`scrolls, but not by keys: ${told(box)}`);
    }
  }
  return [...faults];
})();
