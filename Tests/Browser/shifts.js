// Adds up how far the page's parts move by themselves (the metric CLS without windows: the sum is the stricter one).
(() => {
  window.walkShift = 0;
  window.walkShifted = [];
  const observer = new PerformanceObserver((list) => take(list.getEntries()));
  function take(entries) {
    for (const entry of entries) {
      if (entry.hadRecentInput) continue;
      window.walkShift += entry.value;
      for (const source of entry.sources) {
        const node = source.node && (source.node.nodeType === 1 ? source.node : source.node.parentElement);
        if (node) window.walkShifted.push(node.tagName.toLowerCase() + (node.className ? "." + node.className : ""));
      }
    }
  }
  observer.observe({ type: "layout-shift", buffered: true });
  window.walkTakeShift = () => { take(observer.takeRecords()); return [window.walkShift, window.walkShifted]; };
})();
