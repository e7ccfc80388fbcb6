// Counts limits on between two looks at the server, whose clock and colours are the truth. A clock that stands still is not counted.

const chinese = document.documentElement.lang !== "en";

function words(seconds) {
    const minutes = Math.floor(seconds / 60), hours = Math.floor(minutes / 60), days = Math.floor(hours / 24);
    if (chinese) {
        if (minutes < 1) return "不到 1 分钟";
        if (hours < 1) return `${minutes} 分钟`;
        if (days < 1) return minutes % 60 ? `${hours} 小时 ${minutes % 60} 分` : `${hours} 小时`;
        return hours % 24 ? `${days} 天 ${hours % 24} 小时` : `${days} 天`;
    }
    if (minutes < 1) return "less than a minute";
    if (hours < 1) return `${minutes} min`;
    if (days < 1) return `${hours} h ${minutes % 60} min`;
    return `${days} d ${hours % 24} h`;
}

function count() {
    for (const badge of document.querySelectorAll(".bpm-due[data-due][data-now]")) {
        badge.dataset.seen ??= String(Date.now());
        const now = Number(badge.dataset.now) + (Date.now() - Number(badge.dataset.seen)) / 1000;
        const left = Number(badge.dataset.due) - now;
        badge.textContent = left >= 0 ? (chinese ? `剩 ${words(left)}` : `${words(left)} left`) : (chinese ? `超期 ${words(-left)}` : `overdue by ${words(-left)}`);
        if (left < 0) badge.classList.replace("bpm-badge--info", "bpm-badge--bad"), badge.classList.replace("bpm-badge--warn", "bpm-badge--bad");
    }
}
setInterval(count, 30_000);
document.addEventListener("htmx:afterSettle", count);
