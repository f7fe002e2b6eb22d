package org.pressmark.chart;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.TimeZone;
import javax.imageio.ImageIO;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.apache.batik.svggen.SVGGraphics2D;
import org.knowm.xchart.HorizontalBarChart;
import org.knowm.xchart.HorizontalBarSeries;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.internal.chartpart.Chart;
import org.knowm.xchart.style.AxesChartStyler;
import org.knowm.xchart.style.markers.SeriesMarkers;
import org.pressmark.chart.Picture.Bar;
import org.w3c.dom.Element;

/// Draws figures in black on white, so that they can be printed: a line over time, bars of other
/// things. Where there is no figure, the line has a gap.
public final class Painter {
  private static final String SVG = "http://www.w3.org/2000/svg";
  private static final int WIDTH = 960;
  private static final int HEIGHT = 540;
  private static final int BAR_HEIGHT = 26;
  private static final int LINE_HEIGHT = 18;
  private static final int MARGIN = 14;
  // 1920 pixels across: 300 dots an inch on a page of 16 cm.
  private static final int SCALE = 2;
  // More points than these would touch each other.
  private static final int MAX_MARKERS = 80;
  private static final Color INK = Color.BLACK;
  private static final Color GRID = new Color(0xd0d0d0);
  private static final Color GREY = new Color(0x707070);
  private static final Font SMALL = new Font(Font.SANS_SERIF, Font.PLAIN, 12);
  private static final Font LABEL = new Font(Font.SANS_SERIF, Font.PLAIN, 13);
  private static final Font TITLE = new Font(Font.SANS_SERIF, Font.BOLD, 16);

  private final Picture picture;
  private final int height;

  public Painter(Picture picture) {
    this.picture = picture;
    this.height = picture.isOfTime()
        ? HEIGHT
        : 140 + BAR_HEIGHT * Math.max(2, picture.bars().size());
  }

  public byte[] svg() throws IOException {
    try {
      DocumentBuilderFactory documents = DocumentBuilderFactory.newDefaultInstance();
      SVGGraphics2D pen = new SVGGraphics2D(documents
          .newDocumentBuilder()
          .getDOMImplementation()
          .createDocument("http://www.w3.org/2000/svg", "svg", null));
      pen.setSVGCanvasSize(new java.awt.Dimension(WIDTH, wholeHeight()));
      paint(pen);
      Element root = pen.getRoot();
      String kind = picture.isOfTime() ? "a line" : "bars";
      tell(root, "desc", picture.up() + ", by " + picture.across() + ", as " + kind);
      tell(root, "title", picture.title());
      StringWriter text = new StringWriter();
      pen.stream(root, text, true, false);
      return text.toString().getBytes(StandardCharsets.UTF_8);
    } catch (ParserConfigurationException e) {
      throw new IllegalStateException("every Java platform can make an XML document", e);
    }
  }

  /// For those who can not see it, and for programs: the letters of the picture are drawn.
  private static void tell(Element root, String name, String words) {
    Element element = root.getOwnerDocument().createElementNS(SVG, name);
    element.setTextContent(words);
    root.insertBefore(element, root.getFirstChild());
  }

  public byte[] png() throws IOException {
    BufferedImage image =
        new BufferedImage(WIDTH * SCALE, wholeHeight() * SCALE, BufferedImage.TYPE_BYTE_GRAY);
    Graphics2D pen = image.createGraphics();
    pen.scale(SCALE, SCALE);
    pen.setRenderingHint(
        RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
    pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    paint(pen);
    pen.dispose();
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    ImageIO.write(image, "png", bytes);
    return bytes.toByteArray();
  }

  private int wholeHeight() {
    return height + MARGIN + LINE_HEIGHT * picture.caption().size();
  }

  private void paint(Graphics2D pen) {
    pen.setColor(Color.WHITE);
    pen.fillRect(0, 0, WIDTH, wholeHeight());
    if (!picture.bars().isEmpty()) {
      (picture.isOfTime() ? line() : bars()).paint(pen, WIDTH, height);
    }
    pen.setColor(INK);
    pen.setFont(SMALL);
    int y = height + LINE_HEIGHT / 2;
    for (String line : picture.caption()) {
      pen.drawString(line, MARGIN, y);
      y += LINE_HEIGHT;
    }
  }

  private Chart<?, ?> line() {
    XYChart chart = new XYChart(WIDTH, height);
    style(chart, chart.getStyler());
    chart.setXAxisTitle(picture.across());
    chart.setYAxisTitle(picture.up());
    List<Date> days = new ArrayList<>();
    List<Double> figures = new ArrayList<>();
    for (Bar bar : picture.bars()) {
      days.add(Date.from(bar.start().orElseThrow().atStartOfDay(ZoneOffset.UTC).toInstant()));
      figures.add(bar.figure().orElse(Double.NaN));
    }
    chart.getStyler().setTimezone(TimeZone.getTimeZone("UTC"));
    chart.getStyler().setDatePattern(datePattern());
    chart.getStyler().setYAxisMin(0.0);
    XYSeries series = chart.addSeries("figures", days, figures);
    series.setLineColor(INK);
    series.setLineStyle(new BasicStroke(1.4f));
    series.setMarkerColor(INK);
    series.setMarker(isMarked(figures) ? SeriesMarkers.CIRCLE : SeriesMarkers.NONE);
    chart.getStyler().setMarkerSize(days.size() <= MAX_MARKERS ? 5 : 3);
    return chart;
  }

  /// A point between two gaps has no line to be seen by.
  private static boolean isMarked(List<Double> figures) {
    return figures.size() <= MAX_MARKERS || figures.stream().anyMatch(figure -> figure.isNaN());
  }

  private String datePattern() {
    return switch (picture.bars().getFirst().label().length()) {
      case 4 -> "yyyy";
      case 7 -> "yyyy-MM";
      default -> "yyyy-MM-dd";
    };
  }

  private Chart<?, ?> bars() {
    HorizontalBarChart chart = new HorizontalBarChart(WIDTH, height);
    style(chart, chart.getStyler());
    chart.setXAxisTitle(picture.up());
    chart.setYAxisTitle(picture.across());
    chart.getStyler().setXAxisMin(0.0);
    chart.getStyler().setXAxisTickMarkSpacingHint(100);
    chart.getStyler().setYAxisTickMarkSpacingHint(BAR_HEIGHT / 2);
    List<Double> figures = new ArrayList<>();
    List<String> labels = new ArrayList<>();
    for (Bar bar : picture.bars()) {
      labels.add(bar.label());
      figures.add(bar.figure().orElse(0.0));
    }
    HorizontalBarSeries series = chart.addSeries("figures", figures, labels);
    series.setFillColor(GREY);
    return chart;
  }

  private void style(Chart<?, ?> chart, AxesChartStyler styler) {
    chart.setTitle(picture.title());
    styler.setLocale(Locale.ROOT);
    styler.setLegendVisible(false);
    styler.setChartBackgroundColor(Color.WHITE);
    styler.setPlotBackgroundColor(Color.WHITE);
    styler.setPlotBorderVisible(false);
    styler.setPlotGridLinesColor(GRID);
    styler.setPlotGridLinesStroke(new BasicStroke(0.6f));
    styler.setPlotGridVerticalLinesVisible(!picture.isOfTime());
    styler.setChartTitleFont(TITLE);
    styler.setAxisTitleFont(LABEL);
    styler.setAxisTickLabelsFont(SMALL);
  }
}
