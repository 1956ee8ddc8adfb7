// The last script of a page: everything that exists now belongs to the host.
window.watch.begin();
