// Draws charts from the tables beside them: the numbers are the table's own. Without script, or without the library, the tables say it all.

// Four colours that also differ in brightness; each bar is named by the legend and by its tooltip.
const colours = ["#0b5c7f", "#1b6b3a", "#b3541e", "#5b4b9a"];
let loading;

function library(address) {
    if (window.echarts) return Promise.resolve(window.echarts);
    loading ??= new Promise((resolve, reject) => {
        const script = document.createElement("script");
        script.src = address;
        script.onload = () => resolve(window.echarts);
        script.onerror = reject;
        document.head.append(script);
    });
    return loading;
}

function read(table) {
    const heads = [...table.querySelectorAll("thead th")];
    const series = heads.map((head, index) => ({ head, index })).filter(column => "series" in column.head.dataset);
    const rows = [...table.querySelectorAll("tbody tr")];
    return {
        names: rows.map(row => row.cells[0].textContent.trim()),
        series: series.map(column => ({
            name: column.head.textContent.trim(),
            values: rows.map(row => row.cells[column.index].dataset.value === "" ? null : Math.round(Number(row.cells[column.index].dataset.value) * 1000) / 10),
        })),
    };
}

function draw(echarts, box) {
    const data = read(document.getElementById(box.dataset.table));
    box.hidden = false;
    const still = matchMedia("(prefers-reduced-motion: reduce)").matches;
    const chart = echarts.init(box, null, { renderer: "canvas" });
    chart.setOption({
        animation: !still,
        color: colours,
        textStyle: { fontFamily: getComputedStyle(document.body).fontFamily },
        grid: { left: 48, right: 12, top: 40, bottom: data.names.length > 5 ? 64 : 28 },
        legend: { top: 0, itemWidth: 14, itemHeight: 10 },
        tooltip: { trigger: "axis", renderMode: "richText", confine: true, valueFormatter: value => value === null || value === undefined ? "—" : `${value}%` },
        xAxis: { type: "category", data: data.names, axisLabel: { interval: 0, rotate: data.names.length > 5 ? 30 : 0, width: 92, overflow: "truncate" } },
        yAxis: { type: "value", min: 0, max: 100, axisLabel: { formatter: "{value}%" } },
        aria: { enabled: true, decal: { show: true } },
        series: data.series.map(one => ({
            name: one.name, type: box.dataset.chart, data: one.values, barMaxWidth: 18, symbolSize: 7, connectNulls: true,
        })),
    });
    const watcher = new ResizeObserver(() => {
        if (box.isConnected) return chart.resize();
        watcher.disconnect();
        chart.dispose();
    });
    watcher.observe(box);
}

function start() {
    for (const box of document.querySelectorAll("[data-chart]:not([data-drawn])")) {
        box.dataset.drawn = "true";
        library(box.dataset.library).then(echarts => box.isConnected && draw(echarts, box)).catch(() => { });
    }
}

document.addEventListener("htmx:afterSettle", start);
start();
