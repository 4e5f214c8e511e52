(function () {
  var root = document.documentElement;
  try {
    var theme = localStorage.getItem('dinamika.theme');
    var language = localStorage.getItem('dinamika.language');
    if (theme === 'light' || theme === 'dark') {
      root.dataset.theme = theme;
      document.querySelectorAll('meta[name=theme-color]').forEach(function (meta) {
        meta.media = meta.dataset.theme === theme ? 'all' : 'not all';
      });
    }
    if (language === 'ru' || language === 'en') {
      root.lang = language;
      var manifest = document.querySelector('link[rel=manifest]');
      manifest.href = manifest.href.replace(/\w+(?=\.webmanifest$)/, language);
    }
  } catch (error) {
    // Storage may be forbidden: the system's theme and the document's language stay.
    void error;
  }
})();
