"""Figures for Prometheus, at /metrics; the proxy hands it out on its inner port alone.

Each worker process counts by itself into files of PROMETHEUS_MULTIPROC_DIR, which are added up
when somebody asks whichever of them. What the database knows is asked at that moment.
"""

import math
import os
import time

import prometheus_client as prometheus
from django.db.models import Count, Min
from django.http import HttpResponse
from django.utils import timezone
from prometheus_client.core import CounterMetricFamily, GaugeMetricFamily
from prometheus_client.multiprocess import MultiProcessCollector

from releases import freshness
from releases.models import Edition, Import, Page

from . import jobs

_LABELS = ["view", "method", "status"]
_answers = prometheus.Counter("newsroom_answers", "Answers that the application made.", _LABELS)
_seconds = prometheus.Histogram(
    "newsroom_answer_seconds",
    "How long they took to make.",
    ["view"],
    buckets=(0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10),
)
_kept = prometheus.Counter(
    "newsroom_answers_kept", "Answers that the cache in front may keep, or may not.", ["kept"]
)


def measured(get_response):
    """Count the answers and time them, by the name of the view: paths have no end."""

    def middleware(request):
        began = time.perf_counter()
        response = get_response(request)
        match = request.resolver_match
        view = (match and match.view_name) or "none"
        _answers.labels(view, _method(request), response.status_code).inc()
        _seconds.labels(view).observe(time.perf_counter() - began)
        _kept.labels("yes" if "X-Accel-Expires" in response else "no").inc()
        return response

    return middleware


def answer(request):
    registry = prometheus.CollectorRegistry()
    if "PROMETHEUS_MULTIPROC_DIR" in os.environ:
        MultiProcessCollector(registry)
    else:
        for each in (_answers, _seconds, _kept):
            registry.register(each)
    registry.register(_Database())
    return HttpResponse(
        prometheus.generate_latest(registry),
        content_type=prometheus.CONTENT_TYPE_LATEST,
        headers={"Cache-Control": "no-store"},
    )


class _Database:
    """What the rows say now, so that it is right whichever process is asked."""

    def collect(self):
        now = timezone.now()
        editions = CounterMetricFamily(
            "newsroom_editions", "Editions published, by kind.", labels=["kind"]
        )
        for kind, count in Edition.objects.order_by().values_list("kind").annotate(Count("pk")):
            editions.add_metric([kind], count)
        yield editions
        scheduled = Page.objects.filter(visible_from__gt=now).values("edition").distinct().count()
        yield GaugeMetricFamily(
            "newsroom_scheduled_editions", "Editions that are not public yet.", scheduled
        )
        change = freshness.next_change(now)
        yield GaugeMetricFamily(
            "newsroom_next_change_seconds",
            "Until a page appears or goes; infinite where nothing is scheduled.",
            change if math.isinf(change) else change - now.timestamp(),
        )
        waiting = Import.objects.filter(release=None).aggregate(n=Count("pk"), at=Min("created_at"))
        yield GaugeMetricFamily(
            "newsroom_reviews_waiting", "Reviews of imports that nobody confirmed.", waiting["n"]
        )
        yield GaugeMetricFamily(
            "newsroom_oldest_review_seconds",
            "How long the oldest of them has waited.",
            (now - waiting["at"]).total_seconds() if waiting["at"] else 0,
        )
        ages = GaugeMetricFamily(
            "newsroom_job_age_seconds", "Since a job was last done.", labels=["job"]
        )
        for name, age in jobs.ages().items():
            ages.add_metric([name], age.total_seconds())
        yield ages
        overdue = GaugeMetricFamily(
            "newsroom_job_overdue", "1 where a daily job was not done for two days.", labels=["job"]
        )
        late = jobs.late()
        for name in jobs.JOBS:
            overdue.add_metric([name], name in late)
        yield overdue


def _method(request):
    return request.method if request.method in ("GET", "HEAD", "POST") else "other"
