"""Questions that public pages ask again and again: put together once, asked with other values.

Django takes several times as long to write the SQL of a release page as PostgreSQL to answer it.
"""

import copy
import re
from collections.abc import Callable
from functools import lru_cache
from typing import Any

from django.db import connection, models

from .languages import all_languages

_SLOT = re.compile("\0([^\0]*)\0")

QUESTIONS = 64  # of one kind: languages, times the first pages of a list


class Parameter(models.Value):
    """Stands in a queryset for a value that is given when it is asked."""

    def __init__(self, name: str, output_field: models.Field):
        super().__init__(name, output_field=output_field)

    def as_sql(self, compiler, connection):
        return "%s", [self]


def slot(name: str) -> str:
    """Stands for a string, or for a piece of one, where a queryset takes no expression."""
    return f"\0{name}\0"  # nothing that can be asked for holds NUL


AT = Parameter("at", models.DateTimeField())
"""The moment at which it is asked: ``Page.objects.public(AT)``."""


def prepared(build: Callable[..., models.QuerySet]) -> Callable[..., list[models.Model]]:
    """Make the question of the queryset that ``build`` returns, whose rows it answers with.

    Positional arguments go to ``build`` (what shapes the question: a language, a slice); keyword
    arguments are the values of its ``Parameter``, by name.
    """

    @lru_cache(QUESTIONS)
    def written(_site, *shape):
        queryset = build(*shape)
        compiler = queryset.query.get_compiler(connection=connection)
        sql, parameters = compiler.as_sql()
        columns = [column for column, *_rest in compiler.select[: compiler.col_count]]
        return queryset, compiler, sql, parameters, compiler.get_converters(columns)

    def ask(*shape, **values: Any):
        queryset, compiler, sql, parameters, converters = written(
            (connection.vendor, *all_languages()), *shape
        )
        given = tuple(_given(parameter, values) for parameter in parameters)
        question = queryset.all()  # copy.copy would ask it
        question.query = _Written(queryset.query, compiler, sql, given, converters)
        return list(queryset._iterable_class(question))  # which setting its query may change

    return ask


def _given(parameter, values):
    match parameter:
        case Parameter():
            value = values[parameter.value]
            return parameter.output_field.get_db_prep_value(value, connection)
        case str() if "\0" in parameter:
            return _SLOT.sub(lambda found: values[found[1]], parameter)
        case list():
            return [_given(each, values) for each in parameter]
    return parameter


class _Written:
    """In place of a ``Query``: hands out a compiler that need not write its SQL any more, nor look up what
    makes values of its columns."""

    def __init__(self, query, compiler, sql, parameters, converters):
        self.query = query
        self.compiler = copy.copy(compiler)
        self.compiler.connection = connection  # of this thread
        self.compiler.as_sql = lambda *args, **kwargs: (sql, parameters)
        self.compiler.get_converters = lambda columns: converters

    def __getattr__(self, name):
        return getattr(self.query, name)

    def get_compiler(self, using=None, connection=None):
        return self.compiler
