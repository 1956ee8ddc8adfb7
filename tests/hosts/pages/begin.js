// The last script of a page: what is here now is the host's.
window.watch.begin();
