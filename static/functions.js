// Leads back to the sheet, and searches the page of functions as one types: it hides what does not match. Without this script the page is whole, and
// the search field hidden.
(function () {
	// The sheet that it was opened from is still there, with all that can be undone.
	document.querySelector('.back').addEventListener('click', function (event) {
		if (!window.opener || window.opener.closed) return;
		event.preventDefault();
		window.close();
	});

	var field = document.getElementById('function-search');
	var found = document.getElementById('functions-found');
	var parts = Array.from(document.querySelectorAll('[data-part]'));
	var prose = Array.from(document.querySelectorAll('[data-prose]'));
	var entries = Array.from(document.querySelectorAll('[data-entry]')).map(function (element) {
		// The purpose only: words of arguments and examples would match nearly everything.
		var purpose = element.querySelector('p, dd');
		return {
			element: element,
			name: element.dataset.entry.toLowerCase(),
			purpose: purpose ? purpose.textContent.toLowerCase() : ''
		};
	});

	function search() {
		var words = field.value.toLowerCase().split(/\s+/).filter(Boolean);
		var count = 0;
		entries.forEach(function (entry) {
			var matches = words.every(function (word) {
				return entry.name.includes(word) || entry.purpose.includes(word);
			});
			entry.element.hidden = !matches;
			if (matches) count += 1;
		});
		parts.forEach(function (part) {
			part.hidden = !part.querySelector('[data-entry]:not([hidden])');
			var names = part.querySelector('.names');
			if (names) names.hidden = words.length > 0;
		});
		prose.forEach(function (part) {
			part.hidden = words.length > 0;
		});
		found.textContent =
			words.length === 0
				? ''
				: count === 0
					? 'No function matches: try a shorter word.'
					: count === 1
						? '1 function'
						: count + ' functions';
	}

	function clear() {
		field.value = '';
		search();
	}

	/** What a link leads to is shown, whatever was searched for. */
	function reveal() {
		var target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
		if (!target || target.getClientRects().length > 0) return;
		clear();
		target.scrollIntoView();
	}

	document.querySelector('search').hidden = false;
	field.addEventListener('input', search);
	field.addEventListener('keydown', function (event) {
		if (event.key === 'Escape') clear();
		if (event.key !== 'Enter') return;
		var exact = entries.find(function (entry) {
			return entry.name === field.value.trim().toLowerCase();
		});
		var first =
			exact ||
			entries.find(function (entry) {
				return !entry.element.hidden;
			});
		if (first) location.hash = first.element.id;
	});
	document.addEventListener('keydown', function (event) {
		if (event.key !== '/' || event.ctrlKey || event.metaKey || event.altKey) return;
		if (event.target === field) return;
		event.preventDefault();
		field.focus();
		field.select();
	});
	window.addEventListener('hashchange', reveal);
	// A browser may keep what was typed when one comes back.
	if (field.value) search();
})();
