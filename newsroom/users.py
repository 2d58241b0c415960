"""The screens for users and groups: who has which role, and what follows from it."""

from django import forms
from django.contrib import admin
from django.contrib.auth import admin as auth
from django.contrib.auth.models import Group, User
from django.core.exceptions import PermissionDenied
from django.shortcuts import get_object_or_404, redirect
from django.urls import path
from django.utils.html import format_html_join
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_POST
from django_otp.plugins.otp_static.models import StaticDevice
from django_otp.plugins.otp_totp.models import TOTPDevice

from newsroom import two_step
from releases.role_names import ROLES, role_name
from releases.roles import ACTIONS, may

# django-otp's own screens show the secrets.
admin.site.unregister([User, Group, TOTPDevice, StaticDevice])


class RoleFilter(admin.SimpleListFilter):
    title = _("role")
    parameter_name = "role"

    def lookups(self, request, model_admin):
        return list(ROLES.items())

    def queryset(self, request, queryset):
        return queryset.filter(groups__name=self.value()) if self.value() else queryset


@admin.register(User)
class UserAdmin(auth.UserAdmin):
    """Whoever is no superuser makes none, changes none, and does not change their own rights.

    No role deletes users, because decisions name them: they are made inactive.
    """

    list_display = ["username", "get_full_name", "email", "roles", "is_active", "has_two_steps"]
    list_filter = [RoleFilter, "is_active", "is_superuser"]
    fieldsets = [
        *auth.UserAdmin.fieldsets[:2],
        (
            _("Roles and permissions"),
            {
                "fields": [
                    ("is_active", "is_staff", "is_superuser"),
                    "groups",
                    "may_do",
                    "user_permissions",
                ]
            },
        ),
        (_("Login"), {"fields": ["has_two_steps", "last_login", "date_joined"]}),
    ]
    filter_horizontal = ["user_permissions"]

    def get_queryset(self, request):
        return super().get_queryset(request).prefetch_related("groups", "totpdevice_set")

    def has_change_permission(self, request, obj=None):
        is_above = obj is not None and obj.is_superuser and not request.user.is_superuser
        return super().has_change_permission(request, obj) and not is_above

    def get_readonly_fields(self, request, obj=None):
        fields = ["may_do", "has_two_steps", "last_login", "date_joined"]
        if not request.user.is_superuser:
            fields.append("is_superuser")
            if obj == request.user:
                fields += ["is_active", "is_staff", "groups", "user_permissions"]
        return fields

    def formfield_for_manytomany(self, db_field, request=None, **kwargs):
        if db_field.name == "groups":
            kwargs["widget"] = forms.CheckboxSelectMultiple
        field = super().formfield_for_manytomany(db_field, request, **kwargs)
        if db_field.name == "groups":
            field.label = _("Roles")
            field.help_text = ""
            field.label_from_instance = lambda group: role_name(group.name)
        return field

    def get_urls(self):
        view = self.admin_site.admin_view(require_POST(self.two_step_off_view))
        return [
            path("<int:pk>/two-step-off/", view, name="auth_user_two_step_off"),
            *super().get_urls(),
        ]

    def change_view(self, request, object_id, form_url="", extra_context=None):
        user = self.get_object(request, object_id)
        is_theirs = user is not None and request.user.is_superuser and two_step.is_on(user)
        extra = {"may_reset_two_step": is_theirs, **(extra_context or {})}
        return super().change_view(request, object_id, form_url, extra)

    def two_step_off_view(self, request, pk):
        """Somebody lost their telephone and the recovery codes."""
        if not request.user.is_superuser:
            raise PermissionDenied
        user = get_object_or_404(User, pk=pk)
        two_step.switch_off(user=user, by=request.user)
        self.log_change(request, user, gettext("Two-step login was reset."))
        self.message_user(request, gettext("Two-step login was reset."))
        return redirect("admin:auth_user_change", pk)

    @admin.display(description=_("roles"))
    def roles(self, user):
        return ", ".join(str(role_name(group.name)) for group in user.groups.all()) or "–"

    @admin.display(description=_("two-step login"), boolean=True)
    def has_two_steps(self, user):
        return any(device.confirmed for device in user.totpdevice_set.all())

    @admin.display(description=_("may do"))
    def may_do(self, user):
        """What the saved roles and permissions come to."""
        held = ((action.label,) for name, action in ACTIONS.items() if may(user, name))
        return format_html_join("", "<div>{}</div>", held) or "–"


@admin.register(Group)
class GroupAdmin(auth.GroupAdmin):
    """The groups of the roles are the table's; a site may have others beside them."""

    list_display = ["shown_name"]

    def has_change_permission(self, request, obj=None):
        return super().has_change_permission(request, obj) and not _is_role(obj)

    def has_delete_permission(self, request, obj=None):
        return super().has_delete_permission(request, obj) and not _is_role(obj)

    @admin.display(description=_("name"), ordering="name")
    def shown_name(self, group):
        return role_name(group.name)


def _is_role(group):
    return group is not None and group.name in ROLES
