// Runs before the first paint: the chosen colours, and whether this browser holds a workbook of the reader's own, which
// the shipped numbers must never be taken for.
(function () {
	try {
		var theme = localStorage.getItem('reckoner.theme');
		if (theme === 'light' || theme === 'dark') document.documentElement.dataset.theme = theme;
		if (localStorage.getItem('reckoner.saved') === 'yes') document.documentElement.dataset.opening = 'yes';
	} catch (error) {
		// Storage may be forbidden: the page then follows the system and opens the shipped workbook.
	}
})();
