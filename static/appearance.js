(function () {
  var root = document.documentElement;
  try {
    var theme = localStorage.getItem('dinamika.theme');
    var language = localStorage.getItem('dinamika.language');
    if (theme === 'light' || theme === 'dark') root.dataset.theme = theme;
    if (language === 'ru' || language === 'en') root.lang = language;
  } catch (error) {
    // Storage may be forbidden: the system's theme and the document's language stay.
    void error;
  }
})();
