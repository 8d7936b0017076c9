// Where the program of a page cannot be fetched or does not start: the page is loaded once more by
// itself, then a sentence and a button stand where nothing would. A plain script of its own, with
// its own words, for everything else may be what is missing.
(() => {
  const MARK = 'motcua.loaded-again';
  const english = /^\/en(\/|$)/.test(location.pathname);
  const words = english
    ? ['The page could not be loaded', 'Check the network, then try again. What you saved is kept.',
      'Try again']
    : ['Chưa tải được trang', 'Kiểm tra mạng rồi thử lại. Những gì bạn đã lưu vẫn còn.', 'Thử lại'];

  function isFirstTime() {
    try {
      const first = !sessionStorage.getItem(MARK);
      sessionStorage.setItem(MARK, '1');
      return first;
    } catch {
      return false;
    }
  }

  function element(name, text) {
    const made = document.createElement(name);
    made.textContent = text;
    return made;
  }

  function failed() {
    const page = document.getElementById('app');
    if (!page || page.firstChild) return;
    if (isFirstTime()) {
      location.reload();
      return;
    }
    const place = document.createElement('main');
    place.className = 'no-script';
    const again = element('button', words[2]);
    again.className = 'button';
    again.addEventListener('click', () => location.reload());
    place.append(element('h1', words[0]), element('p', words[1]), again);
    document.documentElement.lang = english ? 'en' : 'vi';
    page.append(place);
  }

  // Errors of scripts do not rise: they are caught on the way down.
  addEventListener('error', (event) => {
    const target = event.target;
    if (target === window || target instanceof HTMLScriptElement) failed();
  }, true);
})();
