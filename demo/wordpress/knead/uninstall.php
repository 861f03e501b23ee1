<?php
/**
 * Takes the settings away with the plugin.
 *
 * @package Knead
 */

defined( 'WP_UNINSTALL_PLUGIN' ) || exit;

delete_option( 'knead' );
