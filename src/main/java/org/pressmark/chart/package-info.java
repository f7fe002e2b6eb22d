/// Figures as pictures, for print and for the web.
@NullMarked
package org.pressmark.chart;

import org.jspecify.annotations.NullMarked;
